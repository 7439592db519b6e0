package vn.toasoan.site;

import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

class SiteSchedules extends ScheduledAnnotationBeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return SiteProxyCreator.isOurs(bean.getClass()) ? super.postProcessAfterInitialization(bean, name) : bean;
	}

}
