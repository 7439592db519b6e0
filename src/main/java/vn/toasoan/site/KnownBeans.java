package vn.toasoan.site;

import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.autoproxy.InfrastructureAdvisorAutoProxyCreator;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.stereotype.Component;

/**
 * Spares each start some looking around among beans (docs/adr/0029).
 */
@Component
class KnownBeans implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		String proxies = AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME;
		if (factory.containsBeanDefinition(proxies)
				&& factory.getBeanDefinition(proxies) instanceof AbstractBeanDefinition creator
				&& InfrastructureAdvisorAutoProxyCreator.class.getName().equals(creator.getBeanClassName())) {
			creator.setBeanClass(SiteProxyCreator.class);
		}
		// Spring keeps which beans are of a type from here on, instead of when a third of
		// them have been made. Post-processors that come later may still add some.
		factory.freezeConfiguration();
	}

}
