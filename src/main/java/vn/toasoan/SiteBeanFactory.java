package vn.toasoan;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Spares each start some looking through six hundred beans (docs/adr/0029). Once all of
 * them are known, Spring remembers which are of a class, but not which are of one with
 * type arguments: and asks for more than sixty kinds of customizers, of which there are
 * none at all.
 */
final class SiteBeanFactory extends DefaultListableBeanFactory {

	@Override
	public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
		Class<?> raw = type.resolve();
		if (isConfigurationFrozen() && allowEagerInit && type.hasGenerics() && raw != null) {
			String[] candidates = getBeanNamesForType(raw, includeNonSingletons, true);
			if (candidates.length == 0) {
				return candidates;
			}
		}
		return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
	}

}
