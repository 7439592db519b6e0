package vn.toasoan;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void eachModuleUsesOnlyTheNeighboursThatItDeclares() {
		ApplicationModules.of(ToaSoanApplication.class).verify();
	}

}
