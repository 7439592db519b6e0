package vn.toasoan;

import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

class SiteBeanFactoryTests {

	private static final List<ResolvableType> TYPES = List.of(
			ResolvableType.forClassWithGenerics(Supplier.class, String.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Integer.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Long.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Object.class),
			ResolvableType.forClassWithGenerics(Function.class, String.class, String.class),
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
		assertThat(this.site.getBeanNamesForType(TYPES.get(4))).isEmpty();
		assertThat(this.site.getBeanNamesForAnnotation(Marked.class)).containsExactly("number");
	}

	@Test
	void whoChangesAnAnswerChangesNoOtherOne() {
		this.site.freezeConfiguration();
		this.site.getBeanNamesForAnnotation(Marked.class)[0] = "changed";
		assertThat(this.site.getBeanNamesForAnnotation(Marked.class)).containsExactly("number");
	}

	private void compare() {
		for (ResolvableType type : TYPES) {
			for (boolean eager : new boolean[] { false, true }) {
				assertThat(this.site.getBeanNamesForType(type, true, eager)).as("%s", type)
					.containsExactly(this.spring.getBeanNamesForType(type, true, eager));
			}
		}
		for (Class<? extends Annotation> type : List.of(Marked.class, Deprecated.class)) {
			assertThat(this.site.getBeanNamesForAnnotation(type))
				.containsExactly(this.spring.getBeanNamesForAnnotation(type));
		}
	}

	private static DefaultListableBeanFactory filled(DefaultListableBeanFactory factory) {
		factory.registerBeanDefinition("word", new RootBeanDefinition(Word.class));
		factory.registerBeanDefinition("number", new RootBeanDefinition(Number.class));
		return factory;
	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Marked {

	}

	static class Word implements Supplier<String> {

		@Override
		public String get() {
			return "chữ";
		}

	}

	@Marked
	static class Number implements Supplier<Integer> {

		@Override
		public Integer get() {
			return 1;
		}

	}

}
