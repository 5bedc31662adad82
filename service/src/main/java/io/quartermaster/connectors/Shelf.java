package io.quartermaster.connectors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Lets the settings of connections be read.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BootstrapConnections.class)
class Shelf {}
