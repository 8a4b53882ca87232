use congvu_openapi::profile::{
    CertificateRow, Education, LanguageRow, PoliticalTheoryRow, ProfessionalTrainingRow,
};

use super::super::life::Life;
use super::super::month::Month;
use super::super::random::Random;
use super::super::seats::Post;

pub(super) fn education(life: &Life<'_>, random: &mut Random) -> Education {
    let professional = professional(life, random);
    let highest = professional
        .last()
        .map(|row| row.qualification.clone())
        .unwrap_or_default();
    let mut languages = vec![LanguageRow {
        from: studied(life).plus(36).text().into(),
        to: studied(life).plus(42).text().into(),
        institution: random.pick(life.tree.universities).into(),
        language: "Tiếng Anh".into(),
        certificate: random.pick(&["B1 (bậc 3/6)", "B2 (bậc 4/6)"]).into(),
        score: random.pick(&["5.0", "5.5", "6.0"]).into(),
    }];
    let minority = match life.ethnic_group {
        "02" => "Tiếng Tày",
        "03" => "Tiếng Thái",
        "05" => "Tiếng Khmer",
        _ => "",
    };
    if !minority.is_empty() {
        languages.push(LanguageRow {
            from: life.recruited.text().into(),
            to: life.recruited.text().into(),
            institution: life.tree.school.into(),
            language: minority.into(),
            certificate: "Chứng chỉ tiếng dân tộc thiểu số".into(),
            ..LanguageRow::default()
        });
    }
    Education {
        general: "12/12".into(),
        highest_qualification: highest,
        professional,
        political_theory: political_theory(life),
        state_management: state_management(life),
        defence: certificates(
            life,
            30,
            1,
            life.tree.school,
            "Bồi dưỡng kiến thức quốc phòng và an ninh, đối tượng 4",
        ),
        informatics: vec![certificate(
            studied(life).plus(30),
            3,
            random.pick(life.tree.universities),
            "Ứng dụng công nghệ thông tin cơ bản",
        )],
        languages,
        ..Education::default()
    }
}

/// First month at the university.
fn studied(life: &Life<'_>) -> Month {
    Month::new(life.born.year() + if life.army { 20 } else { 18 }, 9)
}

fn professional(life: &Life<'_>, random: &mut Random) -> Vec<ProfessionalTrainingRow> {
    let trade = life.seat.node.trade;
    let universities = if trade.universities.is_empty() {
        life.tree.universities
    } else {
        trade.universities
    };
    let mut row = |from: Month, months, mode: &str, qualification: &str| ProfessionalTrainingRow {
        from: from.text().into(),
        to: from.plus(months).text().into(),
        institution: random.pick(universities).into(),
        major: random.pick(trade.majors).into(),
        mode: mode.into(),
        qualification: qualification.into(),
    };
    let mut rows = vec![row(studied(life), 45, "full-time", "bachelor")];
    let master = life.recruited.plus(40);
    if life.principal_from.is_some() && master.plus(24) <= life.now() {
        rows.push(row(master, 24, "in-service", "master"));
    }
    rows
}

fn political_theory(life: &Life<'_>) -> Vec<PoliticalTheoryRow> {
    let (qualification, months) = match life.seat.post {
        Post::Head | Post::Deputy => ("advanced", 18),
        Post::SectionHead | Post::SectionDeputy => ("intermediate", 12),
        Post::Staff | Post::Clerk => ("elementary", 1),
    };
    let from = life.recruited.plus(72);
    if from.plus(months) > life.now() {
        return Vec::new();
    }
    vec![PoliticalTheoryRow {
        from: from.text().into(),
        to: from.plus(months).text().into(),
        institution: life.tree.school.into(),
        mode: "part-concentrated".into(),
        qualification: qualification.into(),
    }]
}

fn state_management(life: &Life<'_>) -> Vec<CertificateRow> {
    let trade = life.seat.node.trade;
    let course = if trade.service {
        format!(
            "Bồi dưỡng theo tiêu chuẩn chức danh nghề nghiệp {}",
            trade.title
        )
    } else {
        "Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên".to_owned()
    };
    let mut rows = certificates(life, 14, 2, life.tree.school, &course);
    if life.principal_from.is_some() && !trade.service {
        rows.extend(certificates(
            life,
            100,
            2,
            life.tree.school,
            "Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên chính",
        ));
    }
    rows
}

/// One course so many months after recruitment; none when that is still to come.
fn certificates(
    life: &Life<'_>,
    after: i32,
    months: i32,
    institution: &str,
    course: &str,
) -> Vec<CertificateRow> {
    let from = life.recruited.plus(after);
    if from.plus(months) > life.now() {
        return Vec::new();
    }
    vec![certificate(from, months, institution, course)]
}

fn certificate(from: Month, months: i32, institution: &str, course: &str) -> CertificateRow {
    CertificateRow {
        from: from.text().into(),
        to: from.plus(months).text().into(),
        institution: institution.into(),
        certificate: course.into(),
    }
}
