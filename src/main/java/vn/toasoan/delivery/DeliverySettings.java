package vn.toasoan.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator says about finished pages.
 *
 * @param memory how much of them one node keeps; zero to keep none
 */
@ConfigurationProperties("toasoan.delivery")
record DeliverySettings(@DefaultValue("48MB") DataSize memory) {

	boolean isOff() {
		return this.memory.toBytes() == 0;
	}

}
