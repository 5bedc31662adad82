package io.quartermaster.journal;

import io.quartermaster.ground.Ground;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// As little of Quartermaster as proves its journal: the database, and who walks the chain. So a
/// proof can be had while the service runs, or when it can no longer start.
@Configuration(proxyBeanMethods = false)
@Import({Ground.class, JournalAudit.class, AuditCommand.class})
public class AuditApplication {}
