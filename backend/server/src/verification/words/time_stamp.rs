//! Why a time stamp does not hold.

super::sentences! {
    "time_stamp_malformed" "Dấu thời gian bị hỏng, không đọc được." "The time stamp is damaged and cannot be read.";
    "time_stamp_not_granted" "Nơi cấp dấu thời gian đã từ chối cấp." "The time-stamp authority refused to give a stamp.";
    "time_stamp_foreign" "Dấu thời gian thuộc về một nội dung khác." "The time stamp belongs to something else.";
    "time_stamp_wrong_nonce" "Dấu thời gian trả lời cho một yêu cầu khác." "The time stamp answers another request.";
    "time_stamp_unsupported_algorithm" "Dấu thời gian dùng thuật toán cũ hoặc không đủ an toàn." "The time stamp uses an algorithm that is old or not safe enough.";
    "time_stamp_wrong_usage" "Chứng thư số ký dấu thời gian không được cấp cho việc đó." "The certificate behind the time stamp is not meant for time stamps.";
    "time_stamp_outside_certificate" "Dấu thời gian ghi một thời điểm mà chứng thư số của nơi cấp dấu không có hiệu lực." "The time stamp states a time at which its authority's certificate was not valid.";
    "time_stamp_other_key" "Khoá và chứng thư số của nơi cấp dấu thời gian không khớp nhau." "Key and certificate of the time-stamp authority do not belong together.";
    "time_stamp_signing_failed" "Nơi cấp dấu thời gian không ký được." "The time-stamp authority could not sign.";
    "time_stamp_untrusted" "Dấu thời gian do một nơi không được tin cậy ở đây cấp." "The time stamp comes from an authority that is not trusted here.";
    "time_stamp_authority_revoked" "Chứng thư số của nơi cấp dấu thời gian đã bị thu hồi." "The certificate of the time-stamp authority was revoked.";
    "time_stamp_authority_expired" "Chứng thư số của nơi cấp dấu thời gian đã hết hạn mà không có dấu thời gian lưu trữ nào thay thế." "The certificate of the time-stamp authority has expired, and no archive time stamp took its place in time.";
    "time_stamp_authority_not_yet_valid" "Chứng thư số của nơi cấp dấu thời gian chưa có hiệu lực." "The certificate of the time-stamp authority is not valid yet.";
    "time_stamp_revocation_unknown" "Không có dữ liệu để biết chứng thư số của nơi cấp dấu thời gian có bị thu hồi hay không." "There are no data to tell whether the time-stamp authority's certificate was revoked.";
    "time_stamp_revocation_expired" "Dữ liệu thu hồi về nơi cấp dấu thời gian đã cũ; hãy bổ sung danh sách thu hồi mới." "The revocation data about the time-stamp authority are out of date; add a newer list.";
    "time_stamp_level_too_low" "Dấu thời gian thuộc loại thấp hơn mức được chấp nhận ở đây, ví dụ dấu thử nghiệm." "The time stamp is of a lower kind than is accepted here, such as a pilot one.";
    "time_stamp_altered" "Dấu thời gian đã bị sửa." "The time stamp was tampered with.";
    "time_stamp_signature_mismatch" "Chữ ký trên dấu thời gian không do nơi cấp dấu tạo ra, hoặc đã bị sửa." "The signature on the time stamp was not made by its authority, or was tampered with.";
    "time_stamp_wrong_signer_binding" "Dấu thời gian gắn với một chứng thư số khác chứng thư kèm theo." "The time stamp belongs to another certificate than the one beside it.";
    "time_stamp_certificate_missing" "Dấu thời gian thiếu chứng thư số của nơi cấp." "The certificate of the time-stamp authority is missing.";
}
