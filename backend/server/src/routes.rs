//! Every endpoint, in the order of `docs/API.md`.

use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::accounts::routes as accounts;
use crate::attachments::routes as attachments;
use crate::audit::routes as audit;
use crate::auth::routes as auth;
use crate::calendar::routes as calendar;
use crate::catalogues::routes as catalogues;
use crate::certificates::routes as certificates;
use crate::comments::routes as comments;
use crate::delegations::routes as delegations;
use crate::deployment::routes as deployment;
use crate::exports::routes as exports;
use crate::feeds::routes as feeds;
use crate::health;
use crate::notifications::routes as notifications;
use crate::overview::routes as overview;
use crate::people::routes as people;
use crate::pki::routes as pki;
use crate::profiles::routes as profiles;
use crate::remarks::routes as remarks;
use crate::signing::routes as signing;
use crate::submissions::routes as submissions;
use crate::tasks::routes as tasks;
use crate::units::routes as units;
use crate::verification::routes as verification;

/// Registers every endpoint under `/api/v1`; registering is documenting.
pub fn api(config: &mut ServiceConfig<'_>) {
    config.service(
        scope("/api/v1")
            // Signing in, and the installation
            .service(auth::create_session)
            .service(auth::create_app_session)
            .service(auth::get_app_session)
            .service(auth::delete_app_session)
            .service(deployment::get_deployment)
            .service(deployment::list_rules)
            .service(calendar::get_calendar)
            .service(calendar::create_calendar_amendment)
            .service(calendar::preview_calendar_amendment)
            .service(calendar::withdraw_calendar_amendment)
            .service(calendar::list_due_changes)
            .service(calendar::confirm_due_change)
            .service(health::get_health)
            .service(pki::get_anchors)
            .service(pki::get_root_crl)
            .service(pki::get_issuing_crl)
            .service(pki::get_root_certificate)
            .service(pki::get_issuing_certificate)
            .service(pki::answer_ocsp)
            .service(pki::get_ocsp)
            .service(pki::answer_time_stamp)
            .service(verification::verify_file)
            .service(verification::get_known_document)
            // One's own account and tasks
            .service(auth::get_me)
            .service(auth::change_my_password)
            .service(tasks::list_tasks)
            .service(tasks::announce_change)
            .service(tasks::claim_task)
            .service(tasks::hand_over_task)
            .service(tasks::release_task)
            .service(calendar::list_task_due_changes)
            .service(overview::explain_task)
            .service(overview::get_overview)
            .service(overview::export_overview)
            .service(overview::list_overview_tasks)
            .service(notifications::list_notifications)
            .service(notifications::read_notifications)
            .service(notifications::get_my_letters)
            .service(notifications::set_my_letters)
            .service(feeds::get_my_calendar_feed)
            .service(feeds::make_my_calendar_feed)
            .service(feeds::end_my_calendar_feed)
            .service(feeds::get_calendar_feed)
            .service(certificates::get_key_places)
            .service(certificates::list_certificate_sources)
            .service(certificates::list_awaiting_certificates)
            .service(certificates::list_certificates)
            .service(certificates::create_certificate)
            .service(certificates::register_certificate)
            .service(certificates::confirm_certificate)
            .service(certificates::revoke_certificate)
            .service(delegations::list_delegations)
            .service(delegations::prepare_delegation)
            .service(delegations::end_delegation)
            // The organisation and code lists
            .service(units::list_units)
            .service(catalogues::list_catalogues)
            .service(catalogues::list_catalogue_items)
            // People and profiles
            .service(people::list_people)
            .service(people::count_people)
            .service(people::register_person)
            .service(people::get_person)
            .service(profiles::get_draft)
            .service(profiles::save_draft)
            .service(profiles::list_versions)
            .service(profiles::get_version)
            .service(profiles::get_evidence)
            .service(profiles::print_profile)
            .service(attachments::list_attachments)
            .service(attachments::add_attachment)
            .service(attachments::get_attachment_content)
            .service(attachments::remove_attachment)
            .service(remarks::list_remarks)
            .service(remarks::create_remark)
            .service(remarks::answer_remark)
            .service(audit::list_accesses)
            // Submissions, decisions, signatures
            .service(submissions::prepare_submission_signature)
            .service(submissions::list_submissions)
            .service(submissions::get_submission)
            .service(submissions::prepare_decision_signature)
            .service(submissions::prepare_decision_signatures)
            .service(submissions::withdraw_submission)
            .service(comments::list_comments)
            .service(comments::create_comment)
            .service(signing::finish_signings)
            .service(signing::finish_signing)
            .service(signing::send_one_time_code)
            .service(signing::open_signing_session)
            .service(signing::get_signing_session)
            .service(signing::cancel_signing_session)
            .service(signing::create_file_links)
            .service(signing::get_agent_file)
            .service(signing::take_agent_file)
            // Signed exports
            .service(exports::list_exports)
            .service(exports::create_export)
            .service(exports::get_export)
            .service(exports::get_export_file)
            .service(exports::prepare_export_signature)
            .service(exports::seal_export)
            // Accounts
            .service(accounts::list_accounts)
            .service(accounts::issue_account)
            .service(accounts::update_account)
            .service(accounts::reset_account_password)
            .service(accounts::grant_role)
            .service(accounts::revoke_account_role),
    );
}
