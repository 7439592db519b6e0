package vn.toasoan;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

class SiteBeanFactoryTests {

	private static final ResolvableType FUNCTION = ResolvableType.forClassWithGenerics(Function.class, String.class,
			String.class);

	private static final List<ResolvableType> TYPES = List.of(
			ResolvableType.forClassWithGenerics(Supplier.class, String.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Integer.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Long.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Object.class), FUNCTION,
			ResolvableType.forClass(Supplier.class), ResolvableType.forClass(Runnable.class), ResolvableType.NONE);

	private final DefaultListableBeanFactory site = filled(new SiteBeanFactory());

	private final DefaultListableBeanFactory spring = filled(new DefaultListableBeanFactory());

	@Test
	void itFindsWhatSpringFinds() {
		compare();
		this.site.freezeConfiguration();
		this.spring.freezeConfiguration();
		compare();
		compare();
		this.site.preInstantiateSingletons();
		this.spring.preInstantiateSingletons();
		compare();
		assertThat(this.site.getBeanNamesForType(TYPES.get(0))).containsExactly("word");
		assertThat(this.site.getBeanNamesForType(FUNCTION)).isEmpty();
	}

	@Test
	void aBeanThatIsAddedLaterIsFound() {
		this.site.freezeConfiguration();
		assertThat(this.site.getBeanNamesForType(FUNCTION)).isEmpty();
		this.site.registerSingleton("late", new Shout());
		assertThat(this.site.getBeanNamesForType(FUNCTION)).containsExactly("late");
	}

	private void compare() {
		for (ResolvableType type : TYPES) {
			for (boolean eager : new boolean[] { false, true }) {
				assertThat(this.site.getBeanNamesForType(type, true, eager)).as("%s", type)
					.containsExactly(this.spring.getBeanNamesForType(type, true, eager));
			}
		}
	}

	private static DefaultListableBeanFactory filled(DefaultListableBeanFactory factory) {
		factory.registerBeanDefinition("word", new RootBeanDefinition(Word.class));
		factory.registerBeanDefinition("number", new RootBeanDefinition(Number.class));
		return factory;
	}

	static class Word implements Supplier<String> {

		@Override
		public String get() {
			return "chữ";
		}

	}

	static class Number implements Supplier<Integer> {

		@Override
		public Integer get() {
			return 1;
		}

	}

	static class Shout implements Function<String, String> {

		@Override
		public String apply(String word) {
			return word + "!";
		}

	}

}
