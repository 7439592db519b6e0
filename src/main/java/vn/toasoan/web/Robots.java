package vn.toasoan.web;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells crawlers what is not for them. Unlike the other static files this one can't carry
 * a hash in its name, so that it may be kept for a day and not for a year.
 */
@Configuration(proxyBeanMethods = false)
class Robots implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry resources) {
		resources.addResourceHandler("/robots.txt")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

}
