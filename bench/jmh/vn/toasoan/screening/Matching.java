package vn.toasoan.screening;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vn.toasoan.text.Vietnamese;

/**
 * What is done with the text of each comment that is sent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Matching {

	private static final String SENTENCE = "Theo tôi, giá điện ở Hà Nội và Đà Nẵng còn phụ thuộc vào lượng mưa của từng năm. ";

	private final Screening screening = new Screening();

	private final Sample usual = new Sample("Nguyễn Thị Hương", SENTENCE.repeat(3), Sample.Facts.NONE);

	private final Sample longest = new Sample("Nguyễn Thị Hương", SENTENCE.repeat(24), Sample.Facts.NONE);

	private final Sample disguised = new Sample("V4y t.i.ề.n", "Vâ.y ti_ền nhanh 0903-45-67-89, x e m t ạ i: abc。xyz",
			Sample.Facts.NONE);

	@Benchmark
	public Verdict screenUsualComment() {
		return this.screening.screen(this.usual);
	}

	@Benchmark
	public Verdict screenLongestComment() {
		return this.screening.screen(this.longest);
	}

	@Benchmark
	public Verdict screenDisguisedSpam() {
		return this.screening.screen(this.disguised);
	}

	@Benchmark
	public String foldUsualComment() {
		return Vietnamese.fold(this.usual.body());
	}

}
