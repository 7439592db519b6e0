package vn.toasoan.web;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Files that carry the hash of their content in their name never change: a browser need
 * not even ask whether they have.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

	private static final String HASHED = "{file:[a-z-]+-[0-9a-f]{32}\\.[a-z0-9]+}";

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry resources) {
		for (String folder : new String[] { "js/", "fonts/", "" }) {
			resources.addResourceHandler("/" + folder + HASHED)
				.addResourceLocations("classpath:/static/" + folder)
				.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
				.resourceChain(true)
				.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
		}
	}

}
