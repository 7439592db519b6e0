package vn.toasoan.face;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Two pictures of one size, pixel by pixel.
 *
 * @param different how many pixels differ by more than the threshold
 * @param largest the largest difference of any channel of any pixel, 0 to 255
 * @param drawing the first picture, pale, with the pixels that differ in red
 */
record PictureComparison(int different, int largest, BufferedImage drawing) {

	private static final int CHANNELS = 3;

	private static final int BITS = 8;

	private static final int FULL = 0xFF;

	/** How much of a pixel's darkness is left in the drawing. */
	private static final int PALE = 4;

	/**
	 * Compares two pictures.
	 * @param threshold of one channel, 0 to 255; a pixel that differs by as much is the
	 * same
	 * @throws IllegalArgumentException if they are not of one size
	 */
	static PictureComparison of(BufferedImage expected, BufferedImage actual, int threshold) {
		if (expected.getWidth() != actual.getWidth() || expected.getHeight() != actual.getHeight()) {
			throw new IllegalArgumentException("%d × %d is not %d × %d".formatted(actual.getWidth(), actual.getHeight(),
					expected.getWidth(), expected.getHeight()));
		}
		var drawing = new BufferedImage(expected.getWidth(), expected.getHeight(), BufferedImage.TYPE_INT_RGB);
		int different = 0;
		int largest = 0;
		for (int y = 0; y < expected.getHeight(); y++) {
			for (int x = 0; x < expected.getWidth(); x++) {
				int distance = distance(expected.getRGB(x, y), actual.getRGB(x, y));
				largest = Math.max(largest, distance);
				different += (distance > threshold) ? 1 : 0;
				drawing.setRGB(x, y, (distance > threshold) ? Color.RED.getRGB() : pale(expected.getRGB(x, y)));
			}
		}
		return new PictureComparison(different, largest, drawing);
	}

	private static int distance(int one, int other) {
		int distance = 0;
		for (int channel = 0; channel < CHANNELS; channel++) {
			int shift = channel * BITS;
			distance = Math.max(distance, Math.abs((one >> shift & FULL) - (other >> shift & FULL)));
		}
		return distance;
	}

	private static int pale(int rgb) {
		int grey = FULL - (FULL - (rgb >> BITS & FULL)) / PALE;
		return new Color(grey, grey, grey).getRGB();
	}

}
