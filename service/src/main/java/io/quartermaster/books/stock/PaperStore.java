package io.quartermaster.books.stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of papers: what was told of each sale, order and transfer.
@Component
class PaperStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    PaperStore(JdbcClient database) {
        this.database = database;
    }

    /// Those that are there already.
    Map<String, Paper> load(Collection<String> ids) {
        var found = new HashMap<String, Paper>();
        if (!ids.isEmpty()) {
            database.sql("select id, kind, content from stock.paper where id = any (:ids)")
                    .param("ids", ids.toArray(String[]::new))
                    .query(row -> {
                        var type = PaperOf.type(row.getString("kind"));
                        found.put(row.getString("id"), JSON.readValue(row.getString("content"), type));
                    });
        }
        return found;
    }

    void save(Map<String, Paper> papers) {
        if (papers.isEmpty()) {
            return;
        }
        var ids = papers.keySet().stream().sorted().toArray(String[]::new);
        var kinds = new String[ids.length];
        var contents = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            kinds[i] = PaperOf.kind(ids[i]);
            contents[i] = JSON.writeValueAsString(papers.get(ids[i]));
        }
        database.sql("""
                        insert into stock.paper (id, kind, content)
                        select * from unnest(:ids::text[], :kinds::text[], :contents::text[])
                        on conflict (id) do update set content = excluded.content""")
                .param("ids", ids)
                .param("kinds", kinds)
                .param("contents", contents)
                .update();
    }
}
