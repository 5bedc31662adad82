// Quartermaster's own script: charts from the tables behind them, keys, and nothing that reading needs.
(() => {
    'use strict';

    const FIGURE = /[^0-9.\-]/g;
    const DAY = 86400;

    // ---- colours ------------------------------------------------------------------------------

    const probe = document.createElement('span');
    probe.hidden = true;

    function colour(name, alpha = 1) {
        probe.style.color = `var(--${name})`;
        const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
        return `rgba(${r},${g},${b},${alpha})`;
    }

    // ---- charts -------------------------------------------------------------------------------

    /// The columns of the table behind a chart, by their keys; an empty cell is null.
    function columns(table) {
        const keys = [...table.tHead.rows[0].cells].map(cell => cell.dataset.s);
        const data = Object.fromEntries(keys.map(key => [key, []]));
        for (const row of table.tBodies[0].rows) {
            [...row.cells].forEach((cell, i) => {
                const text = cell.dataset.v ?? cell.textContent.replace(FIGURE, '');
                data[keys[i]].push(text === '' ? null : Number(text));
            });
        }
        return data;
    }

    function axes(more = {}) {
        const line = {stroke: colour('line'), width: 1};
        const font = '12px system-ui, sans-serif';
        const common = {stroke: colour('ink-soft'), grid: line, ticks: line, font};
        return [{...common, grid: {show: false}, ...more.x}, {...common, size: 44, ...more.y}];
    }

    function marks(list) {
        return {
            hooks: {
                draw: [u => {
                    const {ctx, bbox} = u;
                    ctx.save();
                    ctx.lineWidth = devicePixelRatio;
                    ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
                    list.forEach(({at, text, tone}, i) => {
                        const x = Math.round(u.valToPos(at, 'x', true));
                        if (x < bbox.left || x > bbox.left + bbox.width) { return; }
                        ctx.strokeStyle = ctx.fillStyle = colour(tone);
                        ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
                        ctx.beginPath();
                        ctx.moveTo(x, bbox.top);
                        ctx.lineTo(x, bbox.top + bbox.height);
                        ctx.stroke();
                        const right = x + ctx.measureText(text).width + 8 * devicePixelRatio > bbox.left + bbox.width;
                        ctx.textAlign = right ? 'right' : 'left';
                        ctx.fillText(text, x + (right ? -5 : 5) * devicePixelRatio, bbox.top + (14 + 15 * i) * devicePixelRatio);
                    });
                    ctx.restore();
                }],
            },
        };
    }

    const utc = seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC');
    const zeroUp = (u, min, max) => [Math.min(0, min ?? 0), Math.max(1, (max ?? 1) * 1.1)];
    const wholeDays = (u, min, max) => [min - DAY / 2, max + DAY / 2];
    const size = (box, height) => ({width: Math.max(240, box.clientWidth), height});
    const hover = {points: {show: true, size: 7}, y: false, sync: {key: 'one'}};

    function plot(box, options, data) {
        return new uPlot({tzDate: utc, legend: {show: false}, cursor: hover, padding: [12, 12, 0, 0], ...options}, data, box);
    }

    const kinds = {
        /// Past sales, the fan of what may come, and below it the shelf with and without the order.
        projection(figure, box, c) {
            box.replaceChildren();
            const x = c.t.map(day => day * DAY);
            const days = {x: {values: (u, splits) => splits.map(s => uPlot.fmtDate('{D} {MMM}')(utc(s))), space: 64}};
            const at = figure.dataset;
            const both = [];
            if (c.without || c.with) {
                const list = [];
                if (at.out) { list.push({at: at.out * DAY, text: 'runs out', tone: 'without'}); }
                if (at.arrival) { list.push({at: at.arrival * DAY, text: 'goods arrive', tone: 'with'}); }
                both.push(plot(box, {
                    ...size(box, 210), axes: axes(days), scales: {x: {range: wholeDays}, y: {range: zeroUp}}, plugins: [marks(list)],
                    series: [{},
                        {stroke: colour('past'), width: 1.5},
                        {stroke: colour('without'), width: 2, dash: [6, 4]},
                        {stroke: colour('with'), width: 2.5, fill: colour('with', 0.08)}],
                }, [x, c.level ?? c.t.map(() => null), c.without, c.with]));
            }
            both.push(plot(box, {
                ...size(box, 190), axes: axes(days), scales: {x: {range: wholeDays}, y: {range: zeroUp}},
                series: [{},
                    {stroke: colour('past', 0.6), fill: colour('past', 0.5), width: 0, paths: uPlot.paths.bars({size: [0.7, 24]}), points: {show: false}},
                    {width: 0, points: {show: false}}, {width: 0, points: {show: false}},
                    {stroke: colour('fan'), width: 2},
                    {width: 0, points: {show: false}}, {width: 0, points: {show: false}}],
                bands: [{series: [6, 2], fill: colour('fan', 0.16)}, {series: [5, 3], fill: colour('fan', 0.26)}],
            }, [x, c.sold, c.low5, c.low25, c.middle, c.high75, c.high95]));
            return both;
        },

        /// Sales by hour, beside what such an hour usually brings.
        pulse(figure, box, c) {
            return [plot(box, {
                ...size(box, 180),
                axes: axes({x: {values: (u, splits) => splits.map(s => Number.isInteger(s) ? `${s}h` : ''), space: 40}}),
                scales: {x: {time: false, range: [-0.5, 23.5]}, y: {range: zeroUp}},
                series: [{},
                    {stroke: colour('fan'), fill: colour('fan', 0.55), width: 0, paths: uPlot.paths.bars({size: [0.7, 40]}), points: {show: false}},
                    {stroke: colour('past'), width: 2, dash: [5, 4], points: {show: false}}],
            }, [c.hour, c.sales, c.usual])];
        },
    };

    const drawn = new WeakMap();

    function draw(figure) {
        if (typeof uPlot === 'undefined') { return; }
        const box = figure.querySelector('.plot');
        const table = figure.querySelector('table');
        if (!box || !table || !kinds[figure.dataset.kind]) { return; }
        (drawn.get(figure) ?? []).forEach(one => one.destroy());
        drawn.set(figure, kinds[figure.dataset.kind](figure, box, columns(table)));
    }

    const widths = new ResizeObserver(entries => entries.forEach(({target}) => {
        (drawn.get(target) ?? []).forEach(one => one.setSize({width: Math.max(240, target.querySelector('.plot').clientWidth), height: one.height}));
    }));

    function charts(within) {
        const found = [...within.querySelectorAll('.chart[data-kind]')];
        if (within.matches?.('.chart[data-kind]')) { found.push(within); }
        found.forEach(figure => { draw(figure); widths.observe(figure); });
    }

    // ---- keys ---------------------------------------------------------------------------------

    const rows = () => [...document.querySelectorAll('[data-row]')];

    function move(step) {
        const all = rows();
        const here = all.indexOf(document.activeElement?.closest('[data-row]'));
        const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
        const link = next?.querySelector('a, button');
        link?.focus();
        next?.scrollIntoView({block: 'nearest'});
    }

    function press(key) {
        const row = document.activeElement?.closest('[data-row]');
        const target = row?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`main > [data-key="${key}"], .verdict [data-key="${key}"], .head [data-key="${key}"]`);
        if (!target) { return false; }
        if (target.matches('input, textarea')) { target.focus(); } else { target.click(); }
        return true;
    }

    const actions = {
        j: () => move(1),
        k: () => move(-1),
        '?': () => document.getElementById('keys')?.showModal(),
        '/': () => document.querySelector('input[type=search]')?.focus(),
        n: () => document.querySelector('.news a')?.click(),
    };

    document.addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog')) { return; }
        const action = actions[event.key];
        if (action) {
            action();
            event.preventDefault();
        } else if (['a', 'r', 'u'].includes(event.key) && press(event.key)) {
            event.preventDefault();
        }
    });

    // ---- small things -------------------------------------------------------------------------

    document.addEventListener('click', event => {
        const button = event.target.closest('[data-do]');
        if (!button) { return; }
        if (button.dataset.do === 'print') { print(); }
        if (button.dataset.do === 'keys') { document.getElementById('keys').showModal(); }
        if (button.dataset.do === 'copy') {
            navigator.clipboard?.writeText(document.getElementById(button.dataset.what).textContent);
            button.querySelector('span').textContent = 'Copied';
        }
        if (button.dataset.do === 'refuse') {
            const form = document.getElementById('refusal');
            form.open = true;
            form.querySelector('textarea, input:not([type=hidden])').focus();
        }
    });

    document.addEventListener('DOMContentLoaded', () => {
        document.body.append(probe);
        charts(document);
    });
    document.addEventListener('htmx:afterSettle', event => charts(event.target));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts(document));
})();
