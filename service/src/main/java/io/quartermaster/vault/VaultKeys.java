package io.quartermaster.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Fetches the master key, once, at the start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultKeys {

    @Bean
    MasterKey masterKey(VaultSettings settings) {
        return MasterKey.of(settings);
    }
}
