package vn.toasoan.site;

import org.springframework.aop.framework.autoproxy.InfrastructureAdvisorAutoProxyCreator;

/**
 * Looks for transactions and locks in our own classes only. Spring would ask each method
 * of some six hundred beans for its annotations at every start, and those of the
 * libraries have none that count here: Spring Data wraps its repositories itself.
 */
class SiteProxyCreator extends InfrastructureAdvisorAutoProxyCreator {

	private static final String OURS = "vn.toasoan.";

	@Override
	protected boolean shouldSkip(Class<?> type, String name) {
		return !isOurs(type) || super.shouldSkip(type, name);
	}

	static boolean isOurs(Class<?> type) {
		return type.getName().startsWith(OURS);
	}

}
