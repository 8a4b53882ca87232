//! Migrations: up, down, up; and both databases have the same schema.
#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

use congvu_db::{Database, DbError, copy_postgres, migrate, pending, revert_all, schema_shape};

fn round_trip(url: &str) -> Vec<String> {
    let database = Database::open(url, 1).unwrap();
    let run = |work: fn(&mut congvu_db::AnyConnection) -> Result<Vec<String>, DbError>| {
        database.write(work).unwrap()
    };
    assert!(!run(migrate).is_empty());
    assert_eq!(database.read(pending).unwrap(), 0);
    let first = run(schema_shape);
    database.write(revert_all).unwrap();
    assert_eq!(
        run(schema_shape),
        Vec::<String>::new(),
        "down leaves nothing"
    );
    run(migrate);
    assert_eq!(run(schema_shape), first, "up again comes to the same");
    first
}

#[test]
fn up_down_up_and_the_same_on_both_databases() {
    let file = std::env::temp_dir().join(format!("congvu-migrations-{}.db", std::process::id()));
    let sqlite = round_trip(&format!("sqlite://{}", file.display()));
    assert!(
        sqlite.iter().any(|line| line == "persons.unit_id -> units"),
        "{sqlite:#?}"
    );
    assert!(sqlite.len() > 200);
    std::fs::remove_file(file).unwrap();
    let Ok(server) = std::env::var("TEST_DATABASE_URL_POSTGRES") else {
        eprintln!("PostgreSQL is not running (`make test-rust` starts it): SQLite only");
        return;
    };
    let name = format!("migrations_{}", std::process::id());
    let postgres = round_trip(&copy_postgres(&server, &name, "template1").unwrap());
    assert_eq!(sqlite, postgres);
}

#[test]
fn an_address_of_no_known_database_is_refused() {
    for url in ["", "mysql://x", "host=127.0.0.1 dbname=x", "sqlite://"] {
        assert!(Database::open(url, 1).is_err(), "{url}");
    }
    let nowhere = Database::open("postgres://nobody@127.0.0.1:1/x", 1).unwrap();
    let refused = nowhere.write(migrate);
    assert!(
        matches!(refused, Err(DbError::Unavailable(_))),
        "{refused:?}"
    );
}
