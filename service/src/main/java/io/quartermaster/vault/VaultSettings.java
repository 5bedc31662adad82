package io.quartermaster.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the master key is: `quartermaster.master-key` (in the environment
/// `QUARTERMASTER_MASTER_KEY`), else the file `master.key` in `quartermaster.home`.
///
/// @param masterKey 32 bytes in base64; empty for the file, which is made at the first start
@ConfigurationProperties("quartermaster")
record VaultSettings(
        @DefaultValue("") String masterKey,
        @DefaultValue(".quartermaster") Path home) {

    @Override
    public String toString() {
        return "VaultSettings[home=%s]".formatted(home); // never the key
    }
}
