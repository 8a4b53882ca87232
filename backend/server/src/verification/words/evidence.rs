//! What is wrong with an evidence package.

super::sentences! {
    "unknown_file" "Đây không phải tệp PDF có chữ ký, cũng không phải gói chứng cứ." "This is neither a signed PDF nor an evidence package.";
    "package_unreadable" "Gói chứng cứ bị hỏng hoặc chưa tải về hết; hãy tải lại." "The evidence package is damaged or incomplete; download it again.";
    "package_too_large" "Gói chứng cứ phình ra quá lớn khi mở nên không được xét." "The evidence package unpacks to more than is judged.";
    "package_ambiguous" "Gói chứng cứ có tệp trùng tên hoặc chồng lấn nên có thể hiểu theo nhiều cách." "Files in the evidence package overlap or have the same name, so it may be read in several ways.";
    "evidence_unreadable" "Tệp evidence.json trong gói không đọc được." "The file evidence.json of the package cannot be read.";
    "foreign_file" "Gói có tệp lạ, không thuộc gói chứng cứ." "The package holds a file that does not belong to it.";
    "file_missing" "Gói thiếu một tệp cần có." "A file of the package is missing.";
    "file_differs" "Một tệp trong gói khác với nội dung ghi trong evidence.json." "A file of the package differs from what evidence.json says.";
    "validation_data_unreadable" "Gói có chứng thư số hoặc dữ liệu thu hồi không đọc được." "A certificate or revocation data in the package cannot be read.";
    "evidence_format" "Gói chứng cứ thuộc một định dạng khác." "The evidence package is of another format.";
    "document_digest" "Bản sơ yếu lý lịch trong gói không phải bản đã được ký." "The profile in the package is not the one that was signed.";
    "version_digest" "Mã băm của phiên bản không khớp với nội dung của nó." "The version's digest is not that of its content.";
    "no_acts" "Gói không có chữ ký nào." "There is no signature in the package.";
    "act_not_base64" "Dữ liệu của chữ ký trong gói bị hỏng." "The data of the signature are damaged.";
    "act_not_canonical" "Nội dung được ký không đúng dạng thức, có thể đã bị sửa." "What was signed is not in its proper form; it may have been tampered with.";
    "act_mismatch" "Chữ ký nói về một nội dung khác." "The signature speaks of something else.";
    "act_order" "Thứ tự các bước ký không đúng." "The signatures are not in the order of the steps.";
    "act_previous" "Chữ ký không bao trùm đúng các chữ ký trước nó: có chữ ký bị thêm, bớt hoặc đổi chỗ." "It does not cover exactly the signatures before it: one was added, removed or moved.";
    "act_unexpected" "Chữ ký kê khai phải đứng đầu và chỉ đứng đầu." "A submission has to come first, and only first.";
    "act_signer_differs" "Tên hoặc tài khoản trong nội dung được ký không phải của người có chứng thư số." "The signer named in the content is not the holder of the certificate.";
    "not_approved" "Chữ ký cuối cùng không phải chữ ký phê duyệt." "The last signature is not an approval.";
    "separation" "Trái nguyên tắc phân định trách nhiệm khi ký." "It breaks the separation of duties.";
    "delegation_missing" "Ký thay người khác nhưng thiếu văn bản uỷ quyền." "It was signed for somebody else, but the delegation is missing.";
    "delegation_unexpected" "Ký với tư cách của chính mình nhưng lại kèm văn bản uỷ quyền." "It was signed in one's own right, yet with a delegation.";
    "delegation_not_base64" "Dữ liệu của văn bản uỷ quyền bị hỏng." "The data of the delegation are damaged.";
    "delegation_not_canonical" "Văn bản uỷ quyền không đúng dạng thức, có thể đã bị sửa." "The delegation is not in its proper form; it may have been tampered with.";
    "delegation_chained" "Người được uỷ quyền lại uỷ quyền tiếp cho người khác." "The delegation rests on another delegation.";
    "delegation_digest" "Văn bản uỷ quyền không phải văn bản đã nêu khi ký." "The delegation is not the one that was named when signing.";
    "delegation_deployment" "Văn bản uỷ quyền được lập ở một hệ thống khác." "The delegation was made in another deployment.";
    "delegation_other" "Văn bản uỷ quyền là một văn bản khác, khác hình thức hoặc căn cứ." "The delegation is another one, of another form or basis.";
    "delegation_delegator" "Người uỷ quyền không phải người được ký thay." "The delegator is somebody else than the person represented.";
    "delegation_delegate" "Người được uỷ quyền không phải người đã ký." "The delegate is somebody else than the signer.";
    "delegation_role" "Văn bản uỷ quyền nói về một vai trò khác." "The delegation is of another role.";
    "delegation_scope" "Văn bản uỷ quyền không cho phép việc này." "The delegation does not cover this kind of act.";
    "delegation_period" "Việc ký nằm ngoài thời hạn uỷ quyền." "The act lies outside the delegation's period.";
    "delegation_later" "Văn bản uỷ quyền được ký sau khi đã ký thay." "The delegation was signed after the act.";
    "archive_unreadable" "Bảng kê của dấu thời gian lưu trữ không đọc được." "The manifest of an archive time stamp cannot be read.";
    "archive_other_version" "Dấu thời gian lưu trữ thuộc về một phiên bản khác." "The archive time stamp belongs to another version.";
    "archive_other_signatures" "Dấu thời gian lưu trữ bao trùm những chữ ký khác với chữ ký trong gói." "The archive time stamp covers other signatures than those in the package.";
    "archive_data_missing" "Gói thiếu dữ liệu mà dấu thời gian lưu trữ bao trùm." "Data that the archive time stamp covers are missing from the package.";
    "archive_broken_chain" "Dấu thời gian lưu trữ không nối tiếp đúng dấu trước nó." "The archive time stamp does not follow on the one before it.";
    "archive_before" "Dấu thời gian lưu trữ có sau dấu thay thế nó." "The archive time stamp is younger than the one that renews it.";
    "archive_not_renewed" "Dấu thời gian vẫn đúng theo dữ liệu trong tệp, nhưng đã cũ và chưa được gia hạn." "By the data in the file the time stamp holds, but it is old and was not renewed.";
}
