package vn.toasoan.comment;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.toasoan.audit.Actor;
import vn.toasoan.screening.Experience;
import vn.toasoan.screening.Finding;
import vn.toasoan.screening.Ground;
import vn.toasoan.screening.Screening;
import vn.toasoan.testing.Fixtures;
import vn.toasoan.testing.Fixtures.Written;
import vn.toasoan.testing.MutableClock;
import vn.toasoan.testing.SitePages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The site learns from its editors, and forgets with them; the same on both databases.
 */
@SitePages
abstract class LearningContract {

	private static final Actor EDITOR = new Actor(1L, "Biên tập");

	@Autowired
	Fixtures fixtures;

	@Autowired
	Decisions decisions;

	@Autowired
	Learning learning;

	@Autowired
	LearningSwitch choice;

	@Autowired
	FirstLook firstLook;

	@Autowired
	Screening screening;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	/** All tests share one site. */
	@AfterEach
	void forget() {
		this.screening.learn(Experience.NONE);
		this.jdbc.sql("delete from lesson").update();
		this.jdbc.sql("delete from learning_switch").update();
	}

	@Test
	void twoHundredDecisionsOfEachKindTeachWhichWordsToHold() {
		String last = decideOnTwoHundredOfEachKind();
		this.learning.learn();
		assertThat(this.learning.state().isEnough()).isTrue();
		assertThat(findings("Bí quyết làm giàu của tôi")).extracting(Finding::ground, Finding::points)
			.containsExactly(tuple(Ground.EDITORS, 40));
		assertThat(findings("Cảm ơn tác giả nhiều")).isEmpty();
		this.decisions.takeBack(last, CommentStatus.SPAM, CommentStatus.PENDING, EDITOR, null, MutableClock.START);
		this.learning.learn();
		assertThat(this.learning.state().bad()).isEqualTo(199);
		assertThat(findings("Bí quyết làm giàu của tôi")).as("one has been taken back").isEmpty();
	}

	@Test
	void anEditorSwitchesItOffAndOnAgain() {
		decideOnTwoHundredOfEachKind();
		var allowed = new CommentSettings(CommentMode.OPEN, false, true, null, null);
		Learning here = new Learning(allowed, this.choice, this.screening, this.jdbc, this.clock);
		Learning there = new Learning(allowed, this.choice, this.screening, this.jdbc, this.clock);
		here.learn();
		assertThat(here.permission().isGiven()).isTrue();
		assertThat(here.turn(false, EDITOR)).isTrue();
		assertThat(findings("Bí quyết làm giàu của tôi")).isEmpty();
		assertThat(here.state().isKnown()).isFalse();
		assertThat(here.permission()).isEqualTo(new Learning.Permission(true, false, "Biên tập", this.clock.instant()));
		assertThat(here.turn(false, EDITOR)).as("it was so already").isFalse();

		there.learn();
		there.learnIfThereIsNews();
		assertThat(findings("Bí quyết làm giàu của tôi")).as("on another node").isEmpty();

		assertThat(here.turn(true, EDITOR)).isTrue();
		assertThat(findings("Bí quyết làm giàu của tôi")).extracting(Finding::ground).containsExactly(Ground.EDITORS);
		assertThat(this.jdbc.sql("select action from audit_entry where action like 'learning.%' order by id")
			.query(String.class)
			.list()).containsExactly("learning.ended", "learning.begun");
	}

	@Test
	void theOperatorsNoIsStronger() {
		assertThat(this.learning.permission().byEditors()).isTrue();
		assertThat(this.learning.permission().isGiven()).isFalse();
		assertThat(this.learning.turn(false, EDITOR)).isFalse();
	}

	/** The last one is bad. */
	private String decideOnTwoHundredOfEachKind() {
		forget();
		Written article = this.fixtures.article();
		for (int n = 0; n < 200; n++) {
			this.fixtures.approve(comment(article, "Bài rất hay, cảm ơn tác giả, lần " + n));
		}
		String last = "";
		for (int n = 0; n < 200; n++) {
			last = comment(article, "Bí quyết làm giàu ở trang cá nhân, lần " + n);
			this.decisions.decide(last, CommentStatus.PENDING, CommentStatus.SPAM, EDITOR, null);
		}
		return last;
	}

	private String comment(Written article, String text) {
		return this.fixtures.comment(article, null, text);
	}

	private List<Finding> findings(String text) {
		return this.firstLook.at(0, "Bạn Đọc", text, new ReaderKey("ai đó"), false, false).verdict().findings();
	}

}
