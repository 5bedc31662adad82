package io.quartermaster.ground;

/// A PostgreSQL server that is there to be used.
public interface Database extends AutoCloseable {

    /// How to get in.
    Access access();

    /// Stops it, if it is ours to stop.
    @Override
    void close();

    /// The way into a database; the password is never shown.
    record Access(String url, String user, String password) {

        @Override
        public String toString() {
            return "Access[%s as %s]".formatted(url, user);
        }
    }

    /// A server that somebody else runs: we neither start nor stop it.
    record Outer(Access access) implements Database {

        @Override
        public void close() {}
    }
}
