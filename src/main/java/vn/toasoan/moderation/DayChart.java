package vn.toasoan.moderation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws days as stacked bars, and hours of the day as simple ones, in the units of a
 * viewBox. Colours come from the style sheet; the numbers stand in a table beside it.
 */
record DayChart(int width, int height, List<Bar> bars, List<Label> labels, int most) {

	static final int WIDTH = 720;

	static final int HEIGHT = 220;

	private static final int FOOT = 24;

	private static final int HEAD = 8;

	/** Half of the widest label: nearer to an end of the drawing it would be cut off. */
	private static final int EDGE = 26;

	/** More would run into each other. */
	private static final int MAX_LABELS = 8;

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M");

	static DayChart ofDays(Statistics.Report report) {
		List<Bar> bars = new ArrayList<>();
		List<Label> labels = new ArrayList<>();
		int number = report.days().size();
		int most = Math.max(1, report.most());
		for (int n = 0; n < number; n++) {
			Statistics.Day day = report.days().get(n);
			double below = HEIGHT - FOOT;
			below = stack("ok", n, number, day.atOnce(), most, below, bars);
			below = stack("wait", n, number, day.held(), most, below, bars);
			stack("bad", n, number, day.spam(), most, below, bars);
			label(n, number, DATE.format(day.date()), labels);
		}
		return new DayChart(WIDTH, HEIGHT, bars, labels, report.most());
	}

	static DayChart ofHours(Statistics.Report report) {
		List<Bar> bars = new ArrayList<>();
		List<Label> labels = new ArrayList<>();
		int highest = Arrays.stream(report.load()).max().orElse(0);
		for (int hour = 0; hour < report.load().length; hour++) {
			stack("ok", hour, report.load().length, report.load()[hour], Math.max(1, highest), HEIGHT - FOOT, bars);
			label(hour, report.load().length, Integer.toString(hour), labels);
		}
		return new DayChart(WIDTH, HEIGHT, bars, labels, highest);
	}

	private static double stack(String kind, int at, int number, int value, int most, double below, List<Bar> bars) {
		double height = (double) value / most * (HEIGHT - FOOT - HEAD);
		double slot = (double) WIDTH / number;
		if (value > 0) {
			bars.add(new Bar(kind, tenth(at * slot + slot * 0.15), tenth(below - height), tenth(slot * 0.7),
					tenth(height)));
		}
		return below - height;
	}

	private static void label(int at, int number, String text, List<Label> labels) {
		int step = Math.max(1, -Math.floorDiv(-number, MAX_LABELS));
		if (at % step == 0) {
			double middle = (at + 0.5) * WIDTH / number;
			labels.add(new Label(tenth(Math.min(Math.max(middle, EDGE), WIDTH - EDGE)), HEIGHT - 6, text));
		}
	}

	private static double tenth(double value) {
		return Math.round(value * 10) / 10.0;
	}

	/**
	 * A part of a bar.
	 *
	 * @param kind {@code ok}, {@code wait} or {@code bad}
	 */
	record Bar(String kind, double x, double y, double width, double height) {

	}

	/**
	 * A word below the bars.
	 */
	record Label(double x, double y, String text) {

	}

}
