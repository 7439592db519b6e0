package vn.toasoan;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Spares each start some looking through six hundred beans (docs/adr/0029): once all of
 * them are known, what was asked before is answered from memory.
 */
final class SiteBeanFactory extends DefaultListableBeanFactory {

	private final Map<Class<? extends Annotation>, String[]> annotated = new ConcurrentHashMap<>();

	/**
	 * Spring remembers which beans are of a class, but not which are of one with type
	 * arguments: and asks for more than sixty kinds of customizers, of which there are
	 * none at all.
	 */
	@Override
	public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
		Class<?> raw = type.resolve();
		if (isConfigurationFrozen() && type.hasGenerics() && raw != null) {
			String[] candidates = getBeanNamesForType(raw, includeNonSingletons, allowEagerInit);
			if (candidates.length == 0) {
				return candidates;
			}
		}
		return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
	}

	@Override
	public String[] getBeanNamesForAnnotation(Class<? extends Annotation> type) {
		if (!isConfigurationFrozen()) {
			return super.getBeanNamesForAnnotation(type);
		}
		String[] names = this.annotated.get(type);
		if (names == null) {
			names = super.getBeanNamesForAnnotation(type);
			this.annotated.put(type, names);
		}
		return names.clone();
	}

}
