-- The sites an outlet publishes at, as data.SiteOf gives them. A site is one
-- outlet's.
CREATE TABLE outlet_site (
    site      TEXT PRIMARY KEY,
    outlet_id TEXT NOT NULL REFERENCES outlet (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_site_by_outlet ON outlet_site (outlet_id);

-- What the reports kept so far tell, the newest first. Sites where many have
-- a page of their own tell nothing.
INSERT OR IGNORE INTO outlet_site (site, outlet_id)
WITH rest AS (
    SELECT seq, outlet_id, lower(substr(url, instr(url, '://') + 3)) || '/' AS rest FROM report
    WHERE url LIKE 'http%://%' AND outlet_id IS NOT NULL AND removed IS NULL
), host AS (
    SELECT seq, outlet_id, CASE
        WHEN rest LIKE 'www.%.%' THEN substr(rest, 5, instr(rest, '/') - 5)
        ELSE substr(rest, 1, instr(rest, '/') - 1) END AS host FROM rest
)
SELECT host, outlet_id FROM host
WHERE host LIKE '%_._%' AND host NOT GLOB '*[^a-z0-9.-]*'
    AND host NOT IN ('facebook.com', 'x.com', 'twitter.com', 'youtube.com', 't.me', 'medium.com', 'instagram.com', 'web.archive.org')
    AND host != (SELECT folded FROM outlet WHERE outlet.id = outlet_id)
ORDER BY seq DESC;
