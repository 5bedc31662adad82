package io.quartermaster.forecasting.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a table line by line: commas between cells, quotes around those that hold commas, quotes
/// or line breaks; the first line names the columns. Form: RFC 4180.
final class CsvLines implements AutoCloseable {

    static final int CELL_MAX = 10_000;

    private final Path file;
    private final BufferedReader reader;
    private final List<String> columns;
    private final List<String> cells = new ArrayList<>();
    private int line;
    private int lastLine;

    CsvLines(Path file) throws IOException {
        this.file = file;
        try {
            this.reader = Files.newBufferedReader(file);
        } catch (NoSuchFileException e) {
            throw new BadTable("There is no file %s: check the path.".formatted(file));
        }
        columns = next() ? List.copyOf(cells) : List.of();
        if (columns.isEmpty() || columns.getFirst().isBlank()) {
            throw new BadTable("%s, line 1: there is no header; it must name the columns.".formatted(file));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) != i) {
                throw new BadTable("%s, line 1: the column '%s' is there twice.".formatted(file, columns.get(i)));
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    /// The number of a column that must be there.
    int require(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new BadTable("%s, line 1: the column '%s' is missing; there are %s."
                    .formatted(file, column, String.join(", ", columns)));
        }
        return at;
    }

    /// Reads the next row; false at the end.
    boolean next() throws IOException {
        cells.clear();
        var text = readLine();
        lastLine = line;
        while (text != null && text.isEmpty() && line > 1) {
            text = readLine();
            lastLine = line;
        }
        if (text == null) {
            return false;
        }
        if (text.indexOf('"') < 0) {
            plain(text);
        } else {
            quoted(text);
        }
        if (columns != null && cells.size() != columns.size()) {
            throw new BadTable("%s, line %d: %d cells, but the header names %d columns."
                    .formatted(file, lastLine, cells.size(), columns.size()));
        }
        return true;
    }

    private @Nullable String readLine() throws IOException {
        line++;
        return reader.readLine();
    }

    private void plain(String text) {
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            cells.add(text.substring(from, comma));
            from = comma + 1;
        }
        cells.add(text.substring(from));
    }

    private void quoted(String first) throws IOException {
        var cell = new StringBuilder();
        var text = first;
        boolean inside = false;
        int i = 0;
        while (i < text.length() || inside) {
            if (i == text.length()) { // a line break within quotes
                var more = readLine();
                if (more == null || cell.length() > CELL_MAX) {
                    throw new BadTable("%s, line %d, column %d: the quote is never closed."
                            .formatted(file, lastLine, cells.size() + 1));
                }
                cell.append('\n');
                text = more;
                i = 0;
                continue;
            }
            char c = text.charAt(i);
            if (c == '"' && inside && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (c == ',' && !inside) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
            i++;
        }
        cells.add(cell.toString());
    }

    String cell(int column) {
        return cells.get(column);
    }

    /// A refusal that names the place.
    BadTable refuse(int column, String why) {
        return new BadTable(
                "%s, line %d, column %s: '%s' %s".formatted(file, lastLine, columns.get(column), cell(column), why));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
