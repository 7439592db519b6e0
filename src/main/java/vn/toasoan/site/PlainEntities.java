package vn.toasoan.site;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Has Hibernate make no classes at the start, neither stand-ins of entities nor access to
 * their fields. No entity refers to another one, so none is ever stood in for; who asks
 * for a reference all the same is told that it can't be had. Saves a thousand classes.
 */
public class PlainEntities implements ServiceContributor {

	@Override
	public void contribute(StandardServiceRegistryBuilder services) {
		services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
	}

}
