package io.quartermaster.sandbox.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads the "Online Retail" file of the UCI repository: a year of a real retailer, one line an
/// item of an invoice. Plain or gzipped.
final class UciFile {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/London"));
    private static final int LINES_MAX = 2_000_000;

    private UciFile() {}

    /// The invoices in the order of the file, each with its lines.
    ///
    /// @throws IOException if the file cannot be read, or is not of this format
    static List<List<FileLine>> invoices(Path file) throws IOException {
        var invoices = new LinkedHashMap<String, List<FileLine>>();
        var count = 0;
        try (var lines =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (var line : lines) {
                if (++count > LINES_MAX) {
                    throw new IOException("The file (%s) has more than %d lines.".formatted(file, LINES_MAX));
                }
                var read = line(line);
                invoices.computeIfAbsent(read.invoice(), _ -> new ArrayList<>()).add(read);
            }
        } catch (IllegalArgumentException | java.time.DateTimeException fault) {
            throw new IOException(
                    "The file (%s) is not of the format uci-online-retail: %s".formatted(file, fault.getMessage()),
                    fault);
        }
        return List.copyOf(invoices.values());
    }

    private static FileLine line(NamedCsvRecord line) {
        return new FileLine(
                line.getField("InvoiceNo").strip(),
                line.getField("StockCode").strip(),
                line.getField("Description").strip(),
                Integer.parseInt(line.getField("Quantity").strip()),
                instant(line.getField("InvoiceDate").strip()),
                new BigDecimal(line.getField("UnitPrice").strip()),
                line.getField("CustomerID").strip());
    }

    private static Instant instant(String text) {
        return ZonedDateTime.parse(text, DATE).toInstant();
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        var gzipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
