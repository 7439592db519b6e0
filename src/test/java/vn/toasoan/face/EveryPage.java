package vn.toasoan.face;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.io.ClassPathResource;
import vn.toasoan.face.Visitor.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks to every page in every state that a reader or an editor can bring about on a new
 * site, and keeps the HTML of each.
 */
final class EveryPage {

	private static final String ARTICLE = Newsroom.ARTICLE;

	private static final String PASSWORD = "một câu dễ nhớ";

	private final Map<String, String> pages = new LinkedHashMap<>();

	private final Set<String> paths = new TreeSet<>();

	private final int port;

	private EveryPage(int port) {
		this.port = port;
	}

	/**
	 * Walks through a site that has no account yet.
	 * @param firstRun the token that opens the first set-up
	 */
	static EveryPage of(int port, String firstRun, Newsroom newsroom) throws Exception {
		var every = new EveryPage(port);
		Visitor editor = new Visitor(port);
		every.emptySite(new Visitor(port));
		every.setUp(editor, firstRun);
		newsroom.publish();
		newsroom.discuss();
		every.reading(new Visitor(port));
		every.commenting(new Visitor(port));
		every.reporting(new Visitor(port));
		every.letters(new Visitor(port), newsroom);
		every.refused(new Visitor(port), new Visitor(port));
		every.desk(editor);
		every.articles(editor, newsroom);
		every.moderation(editor);
		every.rules(editor);
		every.legal(editor, new Visitor(port));
		every.digest(editor, newsroom);
		every.accounts(editor);
		every.pages.put("plain error page",
				new ClassPathResource("templates/plain-error.html").getContentAsString(StandardCharsets.UTF_8));
		return every;
	}

	/**
	 * The pages by the names of their states.
	 */
	Map<String, String> pages() {
		return this.pages;
	}

	/**
	 * The paths from which they came.
	 */
	Set<String> paths() {
		return this.paths;
	}

	private void emptySite(Visitor reader) {
		keep("front page with one article", reader.get("/"), 200);
		keep("no latest comments", reader.get("/binh-luan"), 200);
		keep("article without comments", reader.get(ARTICLE), 200);
		keep("sign-in before the first account", reader.get("/dang-nhap"), 200);
	}

	private void setUp(Visitor editor, String token) {
		Answer firstRun = editor.get("/cai-dat-lan-dau?ma=" + token);
		keep("first run", firstRun, 200);
		Answer wrong = editor.submit(firstRun.form("main form").fill("username", "!").fill("password", "ngắn"));
		keep("first run with errors", wrong, 422);
		Answer signIn = editor.submit(wrong.form("main form")
			.fill("username", "ngoc")
			.fill("displayName", "Lê Bảo Ngọc")
			.fill("password", PASSWORD));
		keep("sign-in after the first run", signIn, 200);
		keep("dashboard of a new site",
				editor.submit(signIn.form("main form").fill("username", "ngoc").fill("password", PASSWORD)), 200);
	}

	private void reading(Visitor reader) {
		keep("front page", reader.get("/"), 200);
		keep("topic", reader.get("/chu-de/doi-song"), 200);
		keep("latest comments", reader.get("/binh-luan"), 200);
		keep("house rules", reader.get("/noi-quy"), 200);
		keep("empty topic", reader.get("/chu-de/khong-co-bai"), 404);
		keep("article with comments", reader.get(ARTICLE), 200);
		keep("comments, oldest first", reader.get(ARTICLE + "?xep=cu-nhat"), 200);
		keep("no comments from this source", reader.get(ARTICLE + "?nguon=facebook"), 200);
		String id = reader.get(ARTICLE)
			.page()
			.select(".comment:not(.gone)")
			.eachAttr("id")
			.get(0)
			.substring("bl-".length());
		keep("best comments first", reader.get(ARTICLE + "?xep=hay-nhat"), 200);
		keep("report", reader.get("/bl/" + id + "/bao-cao"), 200);
		keep("reply", reader.get(ARTICLE + "?tra-loi=" + id), 200);
		keep("reply to a comment that is gone", reader.get(ARTICLE + "?tra-loi=aaaaaaaaaaaa"), 200);
		keep("figures of the comments", reader.get(ARTICLE + "/binh-luan/so-lieu"), 200);
		keep("one thread", reader.get(ARTICLE + "/binh-luan/" + id), 200);
	}

	private void commenting(Visitor reader) {
		Answer article = reader.get(ARTICLE);
		keep("comment with errors",
				reader.submit(article.form("#viet").fill("email", "không phải địa chỉ").press("gui")), 422);
		var form = article.form("#viet").fill("name", "Hồ Thu").fill("body", "> dẫn\n\n**Hay** <b>lắm</b>");
		keep("preview of a comment", reader.submit(form.press("xem-truoc")), 200);
		keep("own comment that waits", reader.submit(form.press("gui")), 200);
		own(reader);
		keep("comment that another browser had sent", new Visitor(this.port).submit(form.press("gui")), 200);
	}

	private void own(Visitor reader) {
		Answer list = reader.get("/binh-luan-cua-toi");
		keep("own comments", list, 200);
		keep("own comments of somebody unknown", new Visitor(this.port).get("/binh-luan-cua-toi"), 200);
		String link = list.page().select(".keep .address a").attr("href").replaceFirst("https?://[^/]+", "");
		keep("management link", new Visitor(this.port).get(link), 200);
		Visitor other = new Visitor(this.port);
		other.submit(other.get(ARTICLE).form("#viet").fill("name", "Hồ Thu").fill("body", "Ở máy khác.").press("gui"));
		keep("management link where others are known", other.get(link), 200);
		String edit = other.get("/binh-luan-cua-toi").page().select(".own .do a[href$=/sua]").attr("href");
		Answer open = other.get(edit);
		keep("own comment to be edited", open, 200);
		keep("edit with errors", other.submit(open.form("main form").fill("name", "!").press("gui")), 422);
		var changed = open.form("main form").fill("body", "Ở máy **khác** nữa.");
		keep("preview of an edit", other.submit(changed.press("xem-truoc")), 200);
		keep("own comments, one edited", other.submit(changed.press("gui")), 200);
		keep("edit that another window has overtaken",
				other.submit(open.form("main form").fill("body", "Cửa sổ hai.").press("gui")), 409);
		String deletion = other.get("/binh-luan-cua-toi").page().select(".own .do a[href$=/xoa]").attr("href");
		Answer asked = other.get(deletion);
		keep("deletion of an own comment", asked, 200);
		keep("own comments, one deleted", other.submit(asked.form("main form")), 200);
		keep("deletion of an own comment that is deleted", other.get(deletion), 200);
		keep("edit of an own comment that is deleted", other.get(edit), 200);
		Answer erasure = other.get("/binh-luan-cua-toi/xoa");
		keep("erasure", erasure, 200);
		keep("receipt of an erasure", other.submit(erasure.form("main form")), 200);
	}

	private void letters(Visitor reader, Newsroom newsroom) {
		var form = reader.get(ARTICLE)
			.form("#viet")
			.fill("name", "Mai Lan")
			.fill("body", "Xin báo cho tôi khi có người biết.")
			.tick("follow");
		keep("letters wanted without an address", reader.submit(form.press("gui")), 422);
		keep("letter on its way", reader.submit(form.fill("email", "mai.lan@example.vn").press("gui")), 200);
		Answer question = reader.get(newsroom.confirmation());
		keep("question for an address", question, 200);
		Answer confirmed = reader.submit(question.form("main form"));
		keep("address confirmed", confirmed, 200);
		keep("question that has expired", reader.get(newsroom.expiredConfirmation()), 410);
		String page = confirmed.page().select("main .actions a").attr("href");
		Answer followed = reader.get(page);
		keep("what an address follows", followed, 200);
		keep("one thing ended", reader.submit(followed.form(".thread li:first-child form")), 200);
		Answer end = reader.get(page + "/thoi");
		keep("end of all letters", end, 200);
		keep("all letters ended", reader.submit(end.form("main form")), 200);
		keep("nothing followed", reader.get(page), 200);
	}

	private void reporting(Visitor reader) {
		String link = reader.get(ARTICLE).page().select(".comment a.more").attr("href");
		var form = reader.get(link).form(".report");
		keep("report without a reason", reader.submit(form), 422);
		keep("thanks for a report", reader.submit(form.fill("reason", "OTHER").fill("note", "Xin xem lại.")), 200);
		keep("second report", reader.submit(form), 200);
	}

	private void refused(Visitor reader, Visitor stranger) {
		keep("not found", reader.get("/khong-co"), 404);
		keep("bad request", reader.get("/?trang=hai"), 400);
		keep("method not allowed", reader.send(reader.request("/").POST(BodyPublishers.noBody()).build()), 405);
		keep("sent from elsewhere",
				reader.send(reader.request(ARTICLE + "/binh-luan")
					.header("Origin", "https://example.com")
					.POST(BodyPublishers.noBody())
					.build()),
				403);
		keep("too large",
				reader.send(reader.request(ARTICLE + "/binh-luan")
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString("body=" + "a".repeat(100_000)))
					.build()),
				413);
		keep("sign-in", stranger.get("/admin"), 200);
		keep("sign-in that failed",
				stranger.submit(
						stranger.get("/dang-nhap").form("main form").fill("username", "ai").fill("password", "sai")),
				422);
	}

	private void desk(Visitor editor) {
		keep("dashboard", editor.get("/admin"), 200);
		keep("articles", editor.get("/admin/articles"), 200);
		keep("articles, none withdrawn", editor.get("/admin/articles?trang-thai=WITHDRAWN"), 200);
		keep("audit log", editor.get("/admin/audit"), 200);
		keep("design", editor.get("/admin/design"), 200);
		Answer topics = editor.get("/admin/topics");
		keep("topics", topics, 200);
		keep("topics with errors", editor.submit(topics.form("main > form")), 422);
		keep("topic with a wrong name",
				editor.submit(editor.get("/admin/topics").form("tbody tr:first-child form").fill("name", "!")), 422);
		keep("topic of a name that is taken",
				editor.submit(topics.form("main > form").fill("name", "Trí tuệ nhân tạo")), 422);
		keep("own account", editor.get("/admin/account"), 200);
		keep("own account with errors", editor
			.submit(editor.get("/admin/account").form("main form").fill("oldPassword", "sai").fill("password", "ngắn")),
				422);
	}

	private void articles(Visitor editor, Newsroom newsroom) {
		Answer empty = editor.get("/admin/articles/new");
		keep("new article", empty, 200);
		keep("new article with errors",
				editor.submit(empty.form(".editor form").fill("slug", "Không Hợp Lệ").press("luu")), 422);
		var form = empty.form(".editor form").fill("title", "Bài nháp").fill("body", "## Một\n\nHai[^1].\n\n[^1]: Ba.");
		keep("preview of a new article", editor.submit(form.press("xem-truoc")), 200);
		Answer draft = editor.submit(form.press("luu"));
		keep("draft", draft, 200);
		var mine = draft.form(".editor form").fill("body", "Bản của tôi").press("luu");
		editor.submit(draft.form(".editor form").fill("body", "Bản của người khác").press("luu"));
		keep("draft that somebody else saved", editor.submit(mine), 409);
		String path = draft.from().getPath();
		keep("revisions", editor.get(path + "/revisions"), 200);
		keep("old revision", editor.get(path + "/revisions/1"), 200);
		keep("present revision", editor.get(path + "/revisions/2"), 200);
		keep("old revision in the editor", editor.get(path + "/revisions/1/restoration"), 200);
		keep("discussion", editor.get(path + "/discussion"), 200);
		keep("discussion for those who have confirmed an address",
				editor.submit(editor.get(path + "/discussion").form("main form").fill("mode", "VERIFIED")), 200);
		keep("discussion closed",
				editor.submit(editor.get(path + "/discussion").form("main form").fill("mode", "CLOSED")), 200);
		var publication = draft.form("form[action$=publication]");
		keep("time of publication in another century", editor.submit(publication.fill("from", "2150-01-01T08:00")),
				422);
		keep("scheduled", editor.submit(publication.fill("from", "2099-01-01T08:00")), 200);
		keep("taken back", editor.submit(editor.get(path).form("form[action$=withdrawal]")), 200);
		keep("published", editor.submit(draft.form("form[action$=publication]")), 200);
		keep("discussion with errors",
				editor.submit(editor.get(path + "/discussion").form("main form").fill("notice", "dài ".repeat(200))),
				422);
		editor.submit(editor.get(path + "/discussion")
			.form("main form")
			.fill("mode", "OPEN")
			.fill("closesAt", "2099-12-31T18:00")
			.fill("notice", "Vụ việc còn đang được làm rõ.\nXin không nêu tên người trong cuộc."));
		keep("published, with a notice", new Visitor(this.port).get("/bai-viet/bai-nhap"), 200);
		var open = new Visitor(this.port).get("/bai-viet/bai-nhap").form("#viet");
		newsroom.storm();
		keep("comment in a storm",
				new Visitor(this.port).submit(open.fill("name", "Hồ Thu").fill("body", "Giữa cơn bão.").press("gui")),
				422);
		newsroom.calm();
		editor.submit(editor.get(path + "/discussion").form("main form").fill("mode", "CLOSED"));
		keep("comment after the end", new Visitor(this.port)
			.submit(open.fill("name", "Hồ Thu").fill("body", "Đến muộn một chút.").press("gui")), 403);
		keep("published, discussion closed", editor.get("/bai-viet/bai-nhap"), 200);
		keep("correction with errors", editor.submit(editor.get(path).form("form[action$=corrections]")), 422);
		keep("corrected",
				editor.submit(editor.get(path).form("form[action$=corrections]").fill("body", "Số đúng là ba.")), 200);
		keep("withdrawn", editor.submit(editor.get(path).form("form[action$=withdrawal]")), 200);
		keep("comment on an article that is gone",
				new Visitor(this.port).submit(open.fill("name", "Hồ Thu").fill("body", "Đến muộn.").press("gui")), 410);
		keep("gone", new Visitor(this.port).get("/bai-viet/bai-nhap"), 410);
	}

	private void moderation(Visitor editor) {
		Answer queue = editor.get("/admin/comments");
		keep("queue", queue, 200);
		String first = "/admin/comments/" + queue.page().select(".item").eachAttr("id").get(0).substring("bl-".length())
				+ "/decisions?to=";
		keep("question whether to publish", editor.get(first + "PUBLISHED"), 200);
		keep("question why to reject", editor.get(first + "REJECTED"), 200);
		var decision = queue.form(".item:first-child .decide").press("REJECTED.OFF_TOPIC");
		keep("queue after a decision", editor.submit(decision), 200);
		keep("queue where somebody was faster", editor.submit(decision), 200);
		keep("question about what is decided", editor.get(first + "SPAM"), 200);
		for (String tab : new String[] { "nghi-van", "bi-bao-cao", "khang-nghi", "da-dang", "tu-choi", "spam",
				"da-go" }) {
			keep("queue, " + tab, editor.get("/admin/comments?muc=" + tab), 200);
		}
		String published = editor.get("/admin/comments?muc=da-dang").page().select(".item").eachAttr("id").get(0);
		String file = "/admin/comments/" + published.substring("bl-".length());
		keep("file of a comment", editor.get(file), 200);
		keep("reply with errors", editor.submit(editor.get(file).form("#tra-loi")), 422);
		keep("redaction with errors", editor.submit(editor.get(file).form("#che").fill("passage", "Không có.")), 422);
		String passage = editor.get(file).page().select(".item .said").text().substring(0, 4);
		Answer redacted = editor.submit(editor.get(file).form("#che").fill("passage", passage));
		keep("file of a redacted comment", redacted, 200);
		editor.submit(redacted.form(".toast form"));
		keep("file of a comment after a reply",
				editor.submit(editor.get(file).form("#tra-loi").fill("body", "Cảm ơn bạn.")), 200);
		keep("queue after a feature",
				editor
					.submit(editor.get("/admin/comments?muc=da-dang").form("#" + published + " .decide").press("true")),
				200);
		writers(editor, editor.get(file).page().select("a[href*=/writers/]").attr("href"));
		storm(editor);
		keep("statistics", editor.get("/admin/comments/statistics"), 200);
		keep("a month of comments", new Visitor(this.port).get("/binh-luan/minh-bach/2026/11"), 200);
		keep("a month to come", new Visitor(this.port).get("/binh-luan/minh-bach/2099/01"), 404);
		keep("search", editor.get("/admin/comments/search"), 200);
		keep("search that finds nothing", editor.get("/admin/comments/search?tim=khongaiviet"), 200);
		keep("search that can't be read", editor.get("/admin/comments/search?muc=LOST&nguon=zalo&tu=2026-13-01&den=x"),
				422);
		keep("search that finds something", editor.get("/admin/comments/search?tim=dien"), 200);
		keep("decision on all that was found",
				editor.get("/admin/comments/search/decisions?tim=dien&to=REMOVED.OFF_TOPIC"), 200);
		keep("decision on nothing", editor.get("/admin/comments/search/decisions?tim=khongaiviet&to=SPAM"), 200);
		editor.submit(editor.get("/admin/comments?muc=da-dang")
			.form(".item:has(.said:contains(Khôngcódấucách)) .decide")
			.press("REMOVED.UNREADABLE"));
		keep("own decisions", editor.get("/admin/comments/decisions"), 200);
		appeal(editor);
		keep("queue with all picked", editor.get("/admin/comments?chon=tat-ca"), 200);
	}

	private void storm(Visitor editor) {
		Answer calm = editor.get("/admin/comments/storm");
		keep("switch of storms", calm, 200);
		keep("storm without a reason", editor.submit(calm.form("main form")), 422);
		Answer storm = editor.submit(calm.form("main form").fill("reason", "Bị gọi tên trên mạng.").fill("hours", "3"));
		keep("queue in a storm", storm, 200);
		keep("switch of storms in a storm", editor.get("/admin/comments/storm"), 200);
		keep("queue after a storm", editor.submit(storm.form(".storm-now form")), 200);
	}

	private void appeal(Visitor editor) {
		Visitor writer = new Visitor(this.port);
		writer.submit(writer.get(ARTICLE).form("#viet").fill("name", "Hồ Thu").fill("body", "Ngoài lề.").press("gui"));
		String appeal = "/bl/" + writer.get("/binh-luan-cua-toi").page().select(".own .comment").attr("id").substring(3)
				+ "/khieu-nai";
		keep("nothing to appeal", writer.get(appeal), 200);
		editor.submit(editor.get("/admin/comments").form(".item:last-child .decide").press("REJECTED.OFF_TOPIC"));
		keep("own comments, one rejected", writer.get("/binh-luan-cua-toi"), 200);
		Answer open = writer.get(appeal);
		keep("appeal", open, 200);
		keep("appeal with errors", writer.submit(open.form("main form").fill("body", "")), 422);
		var filled = open.form("main form").fill("body", "Tôi vẫn nói về bài.");
		keep("own comments, one appealed", writer.submit(filled), 200);
		keep("second appeal", writer.submit(filled), 409);
		Answer appeals = editor.get("/admin/comments?muc=khang-nghi");
		keep("queue with an appeal", appeals, 200);
		var answer = appeals.form(".item form.decide");
		keep("appeal declined without a word", editor.submit(answer.press("false")), 422);
		keep("appeal declined", editor.submit(answer.fill("answer", "Bài không nói về chuyện này.").press("false")),
				200);
		keep("own comments, an appeal declined", writer.get("/binh-luan-cua-toi"), 200);
		keep("queue with a declined appeal", editor.get("/admin/comments?muc=tu-choi"), 200);
	}

	private void writers(Visitor editor, String writer) {
		keep("new ban", editor.get("/admin/comments/bans/new"), 200);
		keep("no bans", editor.get("/admin/comments/bans"), 200);
		keep("file of a writer", editor.get(writer), 200);
		keep("note with errors", editor.submit(editor.get(writer).form("#ghi-chu").press("ghi-chu")), 422);
		editor.submit(editor.get(writer).form("#ghi-chu").fill("body", "Hay viết về điện.").press("ghi-chu"));
		keep("file of a writer who was warned",
				editor.submit(editor.get(writer).form("#ghi-chu").fill("body", "Xin giữ lời.").press("canh-bao")), 200);
		var ban = editor.get(editor.get(writer).page().select("a[href*=/bans/new]").attr("href")).form("main form");
		keep("ban with errors", editor.submit(ban.press("xem-truoc")), 422);
		Answer preview = editor.submit(ban.fill("reason", "Quấy rối.").press("xem-truoc"));
		keep("preview of a ban", preview, 200);
		keep("file of a banned writer", editor.submit(preview.form("main form").press("chan")), 200);
		Answer bans = editor.get("/admin/comments/bans");
		keep("bans", bans, 200);
		keep("bans, one lifted", editor.submit(bans.form("tbody form")), 200);
	}

	private void rules(Visitor editor) {
		keep("rules", editor.get("/admin/rules"), 200);
		keep("rules, none of our own", editor.get("/admin/rules?muc=cua-ta"), 200);
		Answer empty = editor.get("/admin/rules/new");
		keep("new rule", empty, 200);
		var form = empty.form("#quy-tac");
		keep("new rule with errors",
				editor.submit(form.fill("lane", "BOTH").fill("weight", "999").fill("phrase", "a").press("thu")), 422);
		form.fill("weight", "40").fill("ground", "OTHER");
		keep("new rule without hits", editor.submit(form.fill("phrase", "không ai nói câu này").press("thu")), 200);
		Answer trial = editor.submit(form.fill("phrase", "điện lấy ở đâu").press("thu"));
		keep("trial of a rule", trial, 200);
		keep("rule that was not tried so", editor.submit(trial.form("#quy-tac").fill("weight", "55").press("bat")),
				422);
		Answer made = editor.submit(trial.form("#quy-tac").fill("why", "Để thử.").press("bat"));
		keep("rule of our own", made, 200);
		String address = made.from().getPath();
		keep("rule with errors", editor.submit(made.form("#quy-tac").fill("weight", "0").press("thu")), 422);
		keep("rule tried again", editor.submit(made.form("#quy-tac").fill("weight", "70").press("thu")), 200);
		var off = made.form("#quy-tac").press("tat");
		keep("rule switched off", editor.submit(off), 200);
		keep("rule that somebody else has changed", editor.submit(off), 422);
		keep("rule that replaces another", editor.get("/admin/rules/new?thay=" + address.replace("/admin/rules/", "")),
				200);
		keep("rule of the program", editor.get("/admin/rules/job/daily-pay"), 200);
		keep("rules of our own", editor.get("/admin/rules?muc=cua-ta"), 200);
		keep("rules that hold", editor.get("/admin/rules?nhom=INSULT"), 200);
		keep("no such rules", editor.get("/admin/rules?tim=khongco"), 200);
	}

	private void digest(Visitor editor, Newsroom newsroom) {
		Answer none = editor.get("/admin/account/digest");
		keep("no digest", none, 200);
		var form = none.form("main form").fill("frequency", "DAILY");
		keep("digest with errors", editor.submit(form.fill("email", "không phải địa chỉ")), 422);
		keep("digest asked for", editor.submit(form.fill("email", "le.bao.ngoc@example.vn")), 200);
		Answer asked = editor.get(newsroom.digestConfirmation());
		keep("address of a digest", asked, 200);
		keep("digest confirmed", editor.submit(asked.form("main form")), 200);
		keep("address of a digest that is confirmed", editor.get("/admin/account/digest/confirmation/khong-phai"), 200);
		Visitor anybody = new Visitor(this.port);
		Answer end = anybody.get(newsroom.digestEnd());
		keep("end of a digest", end, 200);
		keep("digest ended", anybody.submit(end.form("main form")), 200);
	}

	private void legal(Visitor editor, Visitor asker) {
		Answer empty = asker.get("/yeu-cau-phap-ly");
		keep("form for legal requests", empty, 200);
		keep("legal request with errors", asker.submit(empty.form("main form").fill("asker", "AUTHORITY")), 422);
		keep("no legal requests", editor.get("/admin/legal"), 200);
		String comment = editor.get("/admin/comments?muc=da-dang").page().select(".item").eachAttr("id").get(0);
		keep("receipt of a legal request",
				asker.submit(empty.form("main form")
					.fill("asker", "PERSON")
					.fill("name", "Trần Minh Khôi")
					.fill("email", "khoi@example.vn")
					.fill("target", "/bl/" + comment.substring("bl-".length()))
					.fill("ground", "34")
					.fill("body", "A\n\nB")),
				200);
		Answer letter = editor.get("/admin/legal/new");
		keep("legal request by letter", letter, 200);
		keep("legal request by letter with errors", editor
			.submit(letter.form("main form").fill("receivedAt", "2026-11-02T08:00").fill("dueAt", "2026-11-01T08:00")),
				422);
		Answer overdue = editor.submit(letter.form("main form")
			.fill("asker", "AUTHORITY")
			.fill("name", "Vũ Hà")
			.fill("organisation", "Khôngcódấucách".repeat(6))
			.fill("target", ARTICLE)
			.fill("ground", "12/2026")
			.fill("body", "12/2026")
			.fill("receivedAt", "2026-11-02T08:00")
			.fill("dueAt", "2026-11-03T08:00"));
		keep("overdue legal request about an article", overdue, 200);
		keep("legal request by letter, entered before",
				editor.submit(letter.form("main form")
					.fill("asker", "AUTHORITY")
					.fill("name", "Vũ Hà")
					.fill("organisation", "BB")
					.fill("target", ARTICLE)
					.fill("ground", "12/2026")
					.fill("body", "AA")),
				409);
		Answer list = editor.get("/admin/legal");
		keep("legal requests", list, 200);
		Answer open = editor.get(list.page().select("tbody tr:last-child a").attr("href"));
		keep("legal request", open, 200);
		keep("legal request, wrong address",
				editor.submit(open.form("form[action$=place]").fill("target", "https://example.com/")), 422);
		keep("legal request, wrong deadline", editor.submit(open.form("form[action$=deadline]").fill("dueAt", "")),
				422);
		keep("legal request, answer with errors", editor.submit(open.form("#tra-loi").fill("answer", "A")), 422);
		Answer removed = editor.submit(open.form("form[action$=removal]"));
		keep("legal request, comment removed", removed, 200);
		keep("legal request, answer overtaken",
				editor.submit(open.form("#tra-loi").fill("verdict", "GRANTED").fill("answer", "A ".repeat(20) + ".")),
				409);
		Answer answered = editor
			.submit(removed.form("#tra-loi").fill("verdict", "GRANTED").fill("answer", "A ".repeat(20) + "."));
		keep("legal request, answered", answered, 200);
		Answer ended = editor.submit(answered.form("form[action$=closing]"));
		keep("legal request, ended", ended, 200);
		keep("legal request, reopened too early", editor.submit(ended.form("#mo-lai form").fill("why", "")), 422);
		keep("legal request, nothing more to be done", editor.submit(answered.form("form[action$=evidence]")), 200);
		keep("legal requests that have ended", editor.get("/admin/legal?muc=da-xong"), 200);
	}

	private void accounts(Visitor editor) {
		Answer accounts = editor.get("/admin/accounts");
		keep("accounts", accounts, 200);
		keep("accounts with errors", editor.submit(accounts.form("main > form").fill("username", "ngoc")), 422);
		keep("account that can't be locked", editor.submit(accounts.form("form[action$=suspension]")), 200);
		editor.submit(accounts.form("main > form")
			.fill("username", "duyet")
			.fill("displayName", "Đỗ Quỳnh")
			.fill("password", PASSWORD)
			.fill("role", "MODERATOR"));
		Answer withModerator = editor.get("/admin/accounts");
		keep("accounts with a moderator", withModerator, 200);
		String topics = withModerator.page().select("main a[href$=/topics]").attr("href");
		keep("topics of a moderator", editor.get(topics), 200);
		keep("topics of a moderator, none chosen",
				editor.submit(editor.get(topics).form("main form").fill("all", "false")), 422);
		keep("signed out", editor.submit(accounts.form(".me")), 200);
	}

	private void keep(String name, Answer answer, int status) {
		assertThat(answer.status()).as(name).isEqualTo(status);
		this.paths.add(answer.from().getPath());
		assertThat(this.pages.put(name, answer.body())).as("two pages named " + name).isNull();
	}

}
