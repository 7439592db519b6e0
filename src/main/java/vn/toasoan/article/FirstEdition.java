package vn.toasoan.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toasoan.audit.Actor;
import vn.toasoan.site.FirstTimes;
import vn.toasoan.tag.TopicDirectory;

/**
 * Opens a new site with its first article, through the desk like any other, before the
 * first request is taken. Only once: what editors do with it afterwards stays done. See
 * {@code docs/adr/0015}.
 */
@Component
class FirstEdition implements SmartInitializingSingleton {

	private static final String TITLE = "Llama 4: Làn sóng mới của AI sẽ ngốn gấp 10 lần sức mạnh tính toán";

	private static final String STANDFIRST = "Meta báo trước rằng mô hình kế tiếp sẽ đòi hỏi sức mạnh tính toán lớn gấp bội,"
			+ " trong khi nguồn thu từ AI tạo sinh vẫn còn xa. Tập đoàn chọn xây sớm, dù chưa ai chắc rằng lớn hơn sẽ là giỏi hơn.";

	private static final String CORRECTION = "Khi mới đăng, bài này nêu sai rằng Llama 3.1 có “400 nghìn tỷ” tham số"
			+ " và so sánh với quy mô của GPT-4. Số đúng là 405 tỷ; phần so sánh đã được gỡ vì OpenAI chưa bao giờ công bố"
			+ " quy mô của GPT-4.";

	private static final String SOURCES = """
			Cuộc gọi công bố kết quả kinh doanh quý II năm 2024 | Meta | https://investor.atmeta.com/
			Zuckerberg says Meta will need 10x more computing power to train Llama 4 than Llama 3 | TechCrunch, 8/2024
			The Llama 3 Herd of Models | arXiv 2407.21783 | https://arxiv.org/abs/2407.21783
			Quy định (EU) 2024/1689 về trí tuệ nhân tạo, Phụ lục XI | EUR-Lex | https://eur-lex.europa.eu/eli/reg/2024/1689/oj
			""";

	private static final Instant PUBLISHED = Instant.parse("2024-08-05T01:00:00Z");

	private static final Instant CORRECTED = Instant.parse("2024-08-06T02:00:00Z");

	private final TransactionTemplate transaction;

	private final FirstTimes firstTimes;

	private final TopicDirectory topics;

	private final ArticleDesk desk;

	FirstEdition(TransactionTemplate transaction, FirstTimes firstTimes, TopicDirectory topics, ArticleDesk desk) {
		this.transaction = transaction;
		this.firstTimes = firstTimes;
		this.topics = topics;
		this.desk = desk;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			if (this.firstTimes.seeding()) {
				seed();
			}
		});
	}

	private void seed() {
		long section = this.topics.addSection("Trí tuệ nhân tạo", 1).id();
		var text = new ArticleText(TITLE, STANDFIRST, "Ban biên tập", body(), SOURCES.strip());
		var tags = List.of("Llama", "Meta", "Trung tâm dữ liệu", "Mô hình ngôn ngữ lớn");
		long article = this.desk.create(text, "", section, tags, Actor.SITE);
		this.desk.publish(article, PUBLISHED, Actor.SITE);
		this.desk.correct(article, CORRECTED, CORRECTION, Actor.SITE);
	}

	private static String body() {
		try {
			return new ClassPathResource("seed/llama-4.md").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The first article is missing from the jar", ex);
		}
	}

}
