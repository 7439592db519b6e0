package vn.toasoan.comment;

/**
 * A storm has begun, or an editor has ended it: what every comment form says is no longer
 * true. Told inside the transaction that does it. That a storm passes by itself is told
 * by nobody: {@link Storms#now()} knows when.
 */
public record StormChanged() {
}
