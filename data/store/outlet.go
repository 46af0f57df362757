package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"parallax/data"
)

// Outlets returns every outlet with the sites it publishes at, by name.
func (l *Library) Outlets(ctx context.Context) ([]data.Outlet, error) {
	var outlets []data.Outlet
	err := l.read(ctx, "list the outlets", func(ctx context.Context, c *sql.Conn) error {
		at := map[data.ID]int{}
		err := each(ctx, c, func(rows *sql.Rows) error {
			var o data.Outlet
			if err := rows.Scan(&o.ID, &o.Name, &o.Kind, &o.Place); err != nil {
				return err
			}
			at[o.ID] = len(outlets)
			outlets = append(outlets, o)
			return nil
		}, `SELECT id, name, kind, place FROM outlet ORDER BY folded`)
		if err != nil {
			return err
		}
		return each(ctx, c, func(rows *sql.Rows) error {
			var id data.ID
			var site string
			if err := rows.Scan(&id, &site); err != nil {
				return err
			}
			o := &outlets[at[id]]
			o.Sites = append(o.Sites, site)
			return nil
		}, `SELECT outlet_id, site FROM outlet_site ORDER BY site`)
	})
	return outlets, err
}

// SaveOutlet keeps an outlet, new or in place of the one with its ID; all its
// reports bear its new name. Its sites become those of o.Sites, which may be
// whole addresses; another outlet that had one of them has it no more. A name
// another outlet has, and a site that is none, give a Problem.
func (l *Library) SaveOutlet(ctx context.Context, o data.Outlet) error {
	return l.write(ctx, "save outlet "+string(o.ID), func(ctx context.Context, tx *sql.Tx) error {
		if err := keyed(o.ID); err != nil {
			return err
		}
		if err := storable(append([]string{o.Name, o.Kind, o.Place}, o.Sites...)...); err != nil {
			return err
		}
		name, folded := foldedName(o.Name)
		if name == "" {
			return &data.Problem{Said: "An outlet needs a name.", Next: "Write its name as its readers know it."}
		}
		var other string
		err := tx.QueryRowContext(ctx, `SELECT name FROM outlet WHERE folded = ? AND id != ?`, folded, o.ID).Scan(&other)
		if err == nil {
			return &data.Problem{Said: "There is an outlet “{{.Name}}” already.", Next: "Add the address to that one, or choose another name.", With: data.With{"Name": other}}
		} else if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO outlet (id, name, folded, kind, place) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, kind = excluded.kind, place = excluded.place`,
			o.ID, name, folded, o.Kind, o.Place)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM outlet_site WHERE outlet_id = ?`, o.ID); err != nil {
			return err
		}
		for _, address := range o.Sites {
			site := data.SiteOf(address)
			if site == "" {
				return &data.Problem{Said: "“{{.Address}}” is no web address.", Next: "Copy it from the page, as in “courier.example”.", With: data.With{"Address": address}}
			}
			if err := giveSite(ctx, tx, site, o.ID, true); err != nil {
				return err
			}
		}
		return indexOutlet(ctx, tx, o.ID)
	})
}

// RemoveOutlet takes an outlet and its sites off the list. It is a Problem when
// reports are from it, put aside ones too.
func (l *Library) RemoveOutlet(ctx context.Context, id data.ID) error {
	return l.write(ctx, "remove outlet "+string(id), func(ctx context.Context, tx *sql.Tx) error {
		var reports int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM report WHERE outlet_id = ?`, id).Scan(&reports); err != nil {
			return err
		}
		if reports > 0 {
			return &data.Problem{Said: "The library holds reports from this outlet.", Next: "Take its addresses off it instead; it is then proposed no more."}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM outlet_site WHERE outlet_id = ?`, id); err != nil {
			return err
		}
		return one(ctx, tx, `DELETE FROM outlet WHERE id = ?`, id)
	})
}

// foldedName returns a name with single spaces, and the form two names that
// differ in the case of their letters have in common.
func foldedName(name string) (clean, folded string) {
	clean = strings.Join(strings.Fields(name), " ")
	return clean, strings.ToLower(clean)
}

// outletNamed returns the ID of the outlet of that name, whatever the case of
// its letters, and makes one when there is none. No name, no outlet.
func outletNamed(ctx context.Context, q querier, name string) (data.ID, error) {
	name, folded := foldedName(name)
	if name == "" {
		return "", nil
	}
	var id data.ID
	err := q.QueryRowContext(ctx, `SELECT id FROM outlet WHERE folded = ?`, folded).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	id = data.NewID()
	_, err = q.ExecContext(ctx, `INSERT INTO outlet (id, name, folded, kind, place) VALUES (?, ?, ?, '', '')`, id, name, folded)
	return id, err
}

// teachSite notes that outlet publishes at the site of r's address, so that the
// next page from there is proposed as its own. What the reader agreed to comes
// before what the list says; what she left as proposed does not.
func teachSite(ctx context.Context, q querier, r *data.Report, s *data.Source, outlet data.ID) error {
	site := data.SiteOf(r.URL)
	_, name := foldedName(r.Outlet)
	if outlet == "" || site == "" || name == site {
		return nil
	}
	said, _ := s.Fact(data.FieldOutlet)
	return giveSite(ctx, q, site, outlet, said.Confirmed)
}

// giveSite makes site one of outlet's, unless another has it and sure is false.
func giveSite(ctx context.Context, q querier, site string, outlet data.ID, sure bool) error {
	_, err := q.ExecContext(ctx, `INSERT INTO outlet_site (site, outlet_id) VALUES (?, ?)
		ON CONFLICT (site) DO UPDATE SET outlet_id = excluded.outlet_id WHERE ?`, site, outlet, sure)
	return err
}
