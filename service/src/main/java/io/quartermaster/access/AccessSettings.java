package io.quartermaster.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people and programs come in: `quartermaster.demo`, `quartermaster.address`,
/// `quartermaster.bootstrap.api-key`.
///
/// @param home the folder in which one-time links are left for the owner
/// @param demo whether a one-time link to look at the demonstration is printed at start
/// @param address where browsers find this house, such as `https://stock.example.com`; empty for
/// this machine. Sign-in cookies are for HTTPS only when it begins with `https:`
@ConfigurationProperties("quartermaster")
record AccessSettings(
        @DefaultValue(".quartermaster") Path home,
        @DefaultValue("false") boolean demo,
        @DefaultValue("") String address,
        @DefaultValue Bootstrap bootstrap) {

    AccessSettings {
        if (!address.isEmpty() && !address.matches("https?://[^/?#\\s]+")) {
            throw new IllegalArgumentException("""
                    The setting quartermaster.address (%s) must be like https://stock.example.com
                    Maybe leave out what follows the host.""".formatted(address));
        }
    }

    boolean encrypted() {
        return address.startsWith("https:");
    }

    /// What a program needs to set up a fresh house.
    ///
    /// @param apiKey a key for everything, beginning with `qm_`; empty for none
    record Bootstrap(@DefaultValue("") String apiKey) {

        @Override
        public String toString() {
            return "Bootstrap[]"; // never the key
        }
    }
}
