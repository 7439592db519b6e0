package vn.toasoan.site;

import org.springframework.aop.config.AopConfigUtils;
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
		if (factory.containsBeanDefinition(proxies)) {
			((AbstractBeanDefinition) factory.getBeanDefinition(proxies)).setBeanClass(SiteProxyCreator.class);
		}
		// What beans there are is known from here on. Spring notes which of them are of a
		// type only then, and would say so after a third of the beans have been made.
		factory.freezeConfiguration();
	}

}
