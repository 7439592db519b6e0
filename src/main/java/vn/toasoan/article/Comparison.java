package vn.toasoan.article;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

/**
 * Two texts side by side, paragraph by paragraph.
 */
public record Comparison(List<Row> rows) {

	public static Comparison of(String theirs, String mine) {
		List<String> left = theirs.lines().toList();
		List<String> right = mine.lines().toList();
		List<Row> rows = new ArrayList<>();
		for (AbstractDelta<String> delta : DiffUtils.diff(left, right, true).getDeltas()) {
			String before = String.join("\n", delta.getSource().getLines());
			String after = String.join("\n", delta.getTarget().getLines());
			rows.add(new Row(before, after, delta.getType() != DeltaType.EQUAL));
		}
		return new Comparison(rows);
	}

	public boolean differs() {
		return this.rows.stream().anyMatch(Row::changed);
	}

	/**
	 * A run of lines that stands in both texts, or differs between them.
	 */
	public record Row(String theirs, String mine, boolean changed) {
	}

}
