package vn.toasoan.comment;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often readers may do something; the defaults stand in {@code application.yaml}.
 *
 * @param letters how often an address may be asked whether it is the reader's
 * @param legal how often something may be asked for by law
 */
@ConfigurationProperties("toasoan.limits")
record LimitSettings(@DefaultValue Rates comments, @DefaultValue Rates edits, @DefaultValue Rates likes,
		@DefaultValue Rates reports, @DefaultValue Rates letters, @DefaultValue Rates legal) {

	Rates of(Limits.Act act) {
		return switch (act) {
			case COMMENT -> this.comments;
			case EDIT -> this.edits;
			case LIKE -> this.likes;
			case REPORT -> this.reports;
			case LETTER -> this.letters;
			case LEGAL -> this.legal;
		};
	}

	/**
	 * The rates of one thing that readers do.
	 *
	 * @param reader of one reader, known by the key
	 * @param network of all who come from one network, /24 or /64
	 * @param newcomers of those from one network who have no key yet
	 */
	record Rates(@DefaultValue List<Rate> reader, @DefaultValue List<Rate> network,
			@DefaultValue List<Rate> newcomers) {

		Rates {
			reader = reader.stream().filter(Rate::isLimit).toList();
			network = network.stream().filter(Rate::isLimit).toList();
			newcomers = newcomers.stream().filter(Rate::isLimit).toList();
		}

	}

}
