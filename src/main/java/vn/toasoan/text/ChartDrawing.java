package vn.toasoan.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Draws a {@link Chart} as a figure with an SVG: bars from zero, text never cut. No style
 * attribute, so that it works under a strict Content-Security-Policy; colours and the
 * font come from the classes {@code chart}, {@code now} and {@code value}.
 */
final class ChartDrawing {

	/** The width of the viewBox. A wider layout is scaled down to it. */
	private static final int WIDTH = 640;

	private static final int BAR_HEIGHT = 34;

	/** Between text and bar. */
	private static final int SPACE = 12;

	/** The longest bar gets at least this much, or lengths could not be compared. */
	private static final int MIN_BAR_ROOM = 160;

	/** Wider labels stand above their bars instead of beside them. */
	private static final int MAX_LABEL_COLUMN = 240;

	private static final int WIDE_GAP = 36;

	private static final int NARROW_GAP = 16;

	private static final int MAX_BARS_WITH_WIDE_GAP = 4;

	/** The size that the style sheet gives to {@code .chart}, in units of the viewBox. */
	private static final double FONT_SIZE = 17;

	private static final double BOLD = 1.12;

	private final Chart chart;

	private final boolean stacked;

	private final double barX;

	private final double layoutWidth;

	private final double barRoom;

	private ChartDrawing(Chart chart) {
		this.chart = chart;
		double labels = widest((bar) -> textWidth(bar.label()));
		double values = widest((bar) -> textWidth(chart.valueOf(bar)) * BOLD);
		this.stacked = labels > MAX_LABEL_COLUMN;
		this.barX = this.stacked ? 0 : Math.ceil(labels) + SPACE;
		this.layoutWidth = Math.max(WIDTH, Math.max(labels, this.barX + MIN_BAR_ROOM + SPACE + values));
		this.barRoom = this.layoutWidth - this.barX - SPACE - values;
	}

	/**
	 * Draws a chart.
	 * @param chart the chart
	 * @param id the id for its title, unique on the page
	 */
	static String figure(Chart chart, String id) {
		return "<figure class=\"chart-figure\">" + new ChartDrawing(chart).svg(id) + caption(chart) + "</figure>";
	}

	private String svg(String id) {
		int gap = (this.stacked || this.chart.bars().size() <= MAX_BARS_WITH_WIDE_GAP) ? WIDE_GAP : NARROW_GAP;
		double scale = WIDTH / this.layoutWidth;
		double height = Math.ceil((gap + this.chart.bars().size() * (BAR_HEIGHT + gap)) * scale);
		StringBuilder svg = new StringBuilder();
		svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + number(height) + "\" role=\"img\" aria-labelledby=\"" + id
				+ "\">");
		svg.append("<title id=\"" + id + "\">" + Html.escape(spoken()) + "</title><g class=\"chart\"");
		svg.append((scale < 1) ? String.format(Locale.ROOT, " transform=\"scale(%.4f)\">", scale) : ">");
		double most = widest(Chart.Bar::value);
		double y = gap;
		for (Chart.Bar bar : this.chart.bars()) {
			row(bar, (most > 0) ? bar.value() / most * this.barRoom : 0, y, svg);
			y += BAR_HEIGHT + gap;
		}
		return svg.append("</g></svg>").toString();
	}

	private void row(Chart.Bar bar, double length, double y, StringBuilder svg) {
		svg.append("<text x=\"0\" y=\"" + number(this.stacked ? y - 10 : y + 22) + "\">" + Html.escape(bar.label())
				+ "</text>");
		svg.append(bar.highlighted() ? "<rect class=\"now\"" : "<rect");
		svg.append(" x=\"" + number(this.barX) + "\" y=\"" + number(y) + "\" width=\"" + number(length) + "\" height=\""
				+ BAR_HEIGHT + "\" rx=\"3\"/>");
		svg.append("<text class=\"value\" x=\"" + number(this.barX + length + SPACE) + "\" y=\"" + number(y + 23)
				+ "\">" + Html.escape(this.chart.valueOf(bar)) + "</text>");
	}

	private String spoken() {
		return this.chart.bars()
			.stream()
			.map((bar) -> bar.label() + " " + this.chart.valueOf(bar))
			.collect(Collectors.joining(", ", this.chart.title() + ": ", ""));
	}

	private static String caption(Chart chart) {
		String credit = chart.credit().isEmpty() ? ""
				: "<span class=\"credit\">" + Html.escape(chart.credit()) + "</span>";
		String caption = Html.escape(chart.caption()) + ((chart.caption().isEmpty() || credit.isEmpty()) ? "" : " ");
		return (caption.isEmpty() && credit.isEmpty()) ? "" : "<figcaption>" + caption + credit + "</figcaption>";
	}

	private double widest(ToDoubleFunction<Chart.Bar> width) {
		return this.chart.bars().stream().mapToDouble(width).max().orElse(0);
	}

	/**
	 * An upper estimate: readers' system fonts differ, and the widest common one must
	 * still fit.
	 */
	private static double textWidth(String text) {
		return Normalizer.normalize(text, Form.NFD).codePoints().mapToDouble(ChartDrawing::width).sum() * FONT_SIZE;
	}

	private static double width(int c) {
		if (Character.getType(c) == Character.NON_SPACING_MARK) {
			return 0;
		}
		if (c > 0x24F && !(c >= 0x2010 && c <= 0x205E)) {
			return 1.3;
		}
		if ("iIjl.,:;'|! ".indexOf(c) >= 0) {
			return 0.38;
		}
		if ("mwMW@%—…".indexOf(c) >= 0) {
			return 1.02;
		}
		return Character.isUpperCase(c) ? 0.8 : 0.65;
	}

	private static String number(double value) {
		String rounded = String.format(Locale.ROOT, "%.1f", value);
		return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
	}

}
