package vn.toasoan.rule;

import java.time.Clock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.toasoan.audit.Actor;
import vn.toasoan.audit.AuditLog;
import vn.toasoan.screening.Rule;
import vn.toasoan.web.NoSuchPage;

/**
 * Where editors change the rules: each change is a version and a line in the audit log,
 * and holds on this node as soon as it is kept.
 */
@Service
class RuleDesk {

	/** Of a rule that is only tried; none of those that are kept has it. */
	static final String TRIED = "tried/rule";

	private final RuleVersions versions;

	private final TriedRules tried;

	private final RulesInForce inForce;

	private final AuditLog audit;

	private final TransactionOperations transactions;

	private final Clock clock;

	RuleDesk(RuleVersions versions, TriedRules tried, RulesInForce inForce, AuditLog audit,
			TransactionOperations transactions, Clock clock) {
		this.versions = versions;
		this.tried = tried;
		this.inForce = inForce;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Makes a new rule, and switches the one off that it replaces.
	 * @param form found to be within the rules
	 * @return the new rule's id
	 * @throws Overtaken if somebody else has changed the rule that is replaced
	 * @throws Untried if exactly this was not tried lately
	 */
	String add(RuleForm form, Actor editor) {
		return keep(() -> {
			long trial = trial(form.made(TRIED), form);
			if (!form.replaces().isEmpty()) {
				Entry replaced = entry(form.replaces());
				keep(replaced, off(replaced), form, null, "rule.suspended", editor);
			}
			Rule rule = form.made(this.versions.nextId());
			keep(rule, 1, form.why(), trial, editor);
			record(rule, form.why(), "rule.added", editor);
			return rule.id();
		});
	}

	/**
	 * Weighs a rule otherwise, and has it in force.
	 * @param form found to be within the rules
	 * @throws Overtaken if somebody else has changed it meanwhile
	 * @throws Untried if exactly this was not tried lately
	 */
	void change(String id, RuleForm form, Actor editor) {
		keep(() -> {
			Entry entry = entry(id);
			String action = entry.rule().enabled() ? "rule.changed" : "rule.resumed";
			Rule changed = form.changed(entry);
			keep(entry, changed, form, changed, action, editor);
			return id;
		});
	}

	/**
	 * Switches a rule off.
	 * @throws Overtaken if somebody else has changed it meanwhile
	 */
	void suspend(String id, RuleForm form, Actor editor) {
		keep(() -> {
			Entry entry = entry(id);
			keep(entry, off(entry), form, null, "rule.suspended", editor);
			return id;
		});
	}

	private static Rule off(Entry entry) {
		return entry.rule().with(entry.rule().lane(), entry.rule().weight(), false);
	}

	private String keep(Supplier<String> change) {
		try {
			String id = this.transactions.execute((status) -> change.get());
			this.inForce.follow();
			return (id != null) ? id : "";
		}
		catch (DuplicateKeyException ex) {
			throw new Overtaken(ex);
		}
	}

	private long trial(Rule rule, RuleForm form) {
		return this.tried.last(rule, form).orElseThrow(Untried::new);
	}

	private Entry entry(String id) {
		return this.versions.catalogue().find(id).orElseThrow(() -> new NoSuchPage("rule " + id));
	}

	/**
	 * @param tried what has to have been tried; null for nothing
	 */
	private void keep(Entry entry, Rule rule, RuleForm form, @Nullable Rule tried, String action, Actor editor) {
		if (form.seen() != entry.version()) {
			throw new Overtaken(null);
		}
		keep(rule, entry.version() + 1, form.why(), (tried != null) ? trial(tried, form) : null, editor);
		record(rule, form.why(), action, editor);
	}

	private void keep(Rule rule, int version, String why, @Nullable Long trial, Actor editor) {
		this.versions.add(new RuleVersion(rule, version, why, this.clock.instant(), editor.name(), null), trial);
	}

	private void record(Rule rule, String why, String action, Actor editor) {
		StringBuilder summary = new StringBuilder(rule.phrase());
		if (rule.isWeighed()) {
			summary.append(summary.isEmpty() ? "+" : " +").append(rule.weight());
		}
		if (!why.isEmpty()) {
			summary.append(summary.isEmpty() ? "" : ": ").append(why);
		}
		this.audit.record(editor, action, "rule", rule.id(), summary.toString());
	}

	/**
	 * Somebody else has changed the rule meanwhile.
	 */
	static class Overtaken extends RuntimeException {

		Overtaken(@Nullable Throwable cause) {
			super(cause);
		}

	}

	/**
	 * The rule was not tried as it would be.
	 */
	static class Untried extends RuntimeException {

	}

}
