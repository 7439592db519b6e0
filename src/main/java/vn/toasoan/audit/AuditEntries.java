package vn.toasoan.audit;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All that was done. Entries are added and read, never changed.
 */
interface AuditEntries extends Repository<AuditEntry, Long> {

	AuditEntry save(AuditEntry entry);

	@Query("select entry from AuditEntry entry order by entry.at desc, entry.id desc limit :size offset :offset")
	List<AuditEntry> latest(int offset, int size);

}
