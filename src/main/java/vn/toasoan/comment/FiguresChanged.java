package vn.toasoan.comment;

import java.util.Collection;
import java.util.List;

/**
 * Numbers that readers may look up have changed, but nothing else that they see: comments
 * have come that wait or are spam, or there is another number of appeals. Told inside the
 * transaction that does it, once, however many comments it keeps.
 *
 * @param articleIds whose comments add up to something else; empty if only appeals do
 */
public record FiguresChanged(Collection<Long> articleIds) {

	/** Only of appeals. */
	FiguresChanged() {
		this(List.of());
	}

}
