package vn.toasoan.text;

import java.util.Optional;

import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * An image that stands alone in its paragraph: {@code ![alt](/anh/… "caption | credit")}.
 *
 * @param image the image
 * @param caption what it shows, or ""
 * @param credit whose it is, or ""
 */
record CaptionedImage(Image image, String caption, String credit) {

	private static final String CREDIT = " | ";

	static Optional<CaptionedImage> in(Node paragraph) {
		if (paragraph instanceof Paragraph && paragraph.getFirstChild() instanceof Image image
				&& image == paragraph.getLastChild() && Destinations.isImage(image.getDestination())) {
			return Optional.of(of(image));
		}
		return Optional.empty();
	}

	private static CaptionedImage of(Image image) {
		String title = (image.getTitle() != null) ? " " + image.getTitle().strip() + " " : "";
		int bar = title.lastIndexOf(CREDIT);
		String caption = (bar < 0) ? title : title.substring(0, bar);
		String credit = (bar < 0) ? "" : title.substring(bar + CREDIT.length());
		return new CaptionedImage(image, Typography.of(caption.strip()), Typography.of(credit.strip()));
	}

}
