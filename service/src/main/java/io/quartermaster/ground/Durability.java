package io.quartermaster.ground;

/// Whether what was written survives a power cut.
public enum Durability {
    /// It does: for a shop.
    DURABLE("on", 100),

    /// It may not, and is faster for it: for tests only, where dozens of services share one server.
    FORGETFUL("off", 400);

    private final String sync;
    private final int connections;

    Durability(String sync, int connections) {
        this.sync = sync;
        this.connections = connections;
    }

    /// The text of `postgresql.conf`: a small machine's sizes, and all that happens on this machine
    /// only. Its logs are seven files, one a weekday.
    String configuration(int port) {
        return """
                # Written anew at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = %d
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                wal_compression = on
                max_wal_size = 2GB
                min_wal_size = 256MB
                checkpoint_timeout = 15min
                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                random_page_cost = 1.1
                jit = off
                idle_in_transaction_session_timeout = '10min'
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                log_min_duration_statement = 2000
                """.formatted(port, connections, sync, sync, sync);
    }
}
