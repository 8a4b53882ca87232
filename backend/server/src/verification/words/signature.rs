//! Why a signature does not hold.

super::sentences! {
    "malformed" "Dữ liệu chữ ký bị hỏng, không đọc được." "The signature is damaged and cannot be read.";
    "too_large" "Dữ liệu chữ ký lớn hoặc phức tạp bất thường nên không được xét." "The signature is larger or more complex than any genuine one and is not judged.";
    "no_signer" "Trong dữ liệu chữ ký không có người ký nào." "The signature names no signer.";
    "multiple_signers" "Một chữ ký lại ghi nhiều người ký nên không xác định được ai đã ký." "One signature names several signers, so it does not tell who signed.";
    "unsupported_algorithm" "Chữ ký dùng thuật toán cũ hoặc không đủ an toàn." "The signature uses an algorithm that is old or not safe enough.";
    "signer_certificate_missing" "Chữ ký thiếu chứng thư số của người ký nên không biết ai đã ký." "The signer's certificate is missing, so it is not known who signed.";
    "wrong_attributes" "Thông tin kèm theo chữ ký bị thiếu, lặp hoặc mâu thuẫn." "What is signed along with the content is missing, repeated or contradictory.";
    "content_changed" "Nội dung đã bị thay đổi sau khi ký." "The content was changed after it was signed.";
    "wrong_signer_binding" "Chữ ký gắn với một chứng thư số khác chứng thư kèm theo." "The signature belongs to another certificate than the one beside it.";
    "signature_mismatch" "Chữ ký không do khoá của người có tên trong chứng thư tạo ra, hoặc đã bị sửa." "The signature was not made with the key of the person in the certificate, or was tampered with.";
    "wrong_key_usage" "Chứng thư số này không được cấp để ký văn bản." "The certificate is not meant for signing documents.";
    "unknown_issuer" "Chứng thư số do một nơi không được tin cậy ở đây cấp." "The certificate comes from an authority that is not trusted here.";
    "untrusted_path" "Không lần được từ chứng thư số của người ký đến một nơi cấp được tin cậy." "The signer's certificate does not lead to a trusted authority.";
    "not_yet_valid" "Lúc ký, chứng thư số của người ký chưa có hiệu lực." "The signer's certificate was not valid yet at the time of signing.";
    "expired" "Chứng thư số của người ký đã hết hạn và không có dấu thời gian chứng minh đã ký trước đó." "The signer's certificate has expired, and no time stamp proves that it was signed before.";
    "revoked" "Chứng thư số của người ký đã bị thu hồi trước khi ký, hoặc không chứng minh được là ký trước đó." "The signer's certificate was revoked before it was signed, or nothing proves that it was signed earlier.";
    "revocation_unknown" "Không có dữ liệu để biết chứng thư số của người ký có bị thu hồi hay không." "There are no data to tell whether the signer's certificate was revoked.";
    "crl_expired" "Dữ liệu thu hồi đang có đã cũ nên không biết chứng thư số của người ký còn hiệu lực hay không." "The revocation data at hand are out of date, so it is not known whether the signer's certificate still counts.";
    "ocsp_expired" "Câu trả lời về tình trạng chứng thư số của người ký đã cũ." "The answer about the state of the signer's certificate is out of date.";
    "ocsp_unknown" "Nơi cấp nói không biết chứng thư số của người ký." "The authority says that it does not know the signer's certificate.";
    "ocsp_wrong_responder" "Câu trả lời về tình trạng chứng thư số không do nơi cấp hoặc nơi được uỷ quyền đưa ra." "The answer about the certificate's state does not come from its authority or whom it entrusted.";
    "level_too_low" "Chữ ký thuộc loại thấp hơn mức được chấp nhận ở đây, ví dụ chữ ký thử nghiệm." "The signature is of a lower kind than is accepted here, such as a pilot one.";
    "time_stamp_missing" "Chữ ký không có dấu thời gian." "The signature has no time stamp.";
    "time_stamp_before_certificate" "Dấu thời gian có trước khi chứng thư số của người ký được cấp." "The time stamp is older than the signer's certificate.";
    "time_stamp_before_signing" "Dấu thời gian có trước thời điểm ký mà người ký ghi." "The time stamp is older than the time of signing that the signer states.";
}
