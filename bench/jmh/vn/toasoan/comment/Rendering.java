package vn.toasoan.comment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vn.toasoan.text.CommentMarkup;

/**
 * What is done with comments when they are written and when they are put in order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Rendering {

	private static final int REPLIES = 100;

	private static final String TEXT = """
			> Giá điện rồi sẽ giảm.

			Tôi *không* nghĩ vậy: xem https://example.vn/bao-cao-2026, trang 12.
			Mỗi máy chủ dùng **10 kW**, cả trung tâm dùng bằng một thị xã.
			""";

	private final List<String> paths = new ArrayList<>();

	public Rendering() {
		String path = ThreadPath.of("", 1);
		Random random = new Random(1);
		for (int id = 2; id < REPLIES + 2; id++) {
			String parent = this.paths.isEmpty() ? path : this.paths.get(random.nextInt(this.paths.size()));
			this.paths.add(ThreadPath.of((ThreadPath.depth(parent) < ThreadPath.MAX_DEPTH) ? parent : path, id));
		}
		Collections.shuffle(this.paths, random);
	}

	@Benchmark
	public String renderComment() {
		return CommentMarkup.toHtml(TEXT);
	}

	@Benchmark
	public List<String> orderHundredReplies() {
		return this.paths.stream().sorted().toList();
	}

	@Benchmark
	public String pathOfReply() {
		return ThreadPath.of(this.paths.get(0), 123_456_789);
	}

}
