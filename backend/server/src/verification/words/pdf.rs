//! What is wrong with a PDF as a file.

super::sentences! {
    "malformed_pdf" "Tệp PDF bị hỏng hoặc không đúng cấu trúc nên không kiểm chứng được." "The PDF is damaged or malformed and cannot be verified.";
    "pdf_too_large" "Tệp PDF lớn hoặc phức tạp bất thường nên không được xét." "The PDF is larger or more complex than is judged.";
    "encrypted_pdf" "Tệp PDF đặt mật khẩu nên không kiểm chứng được; hãy dùng tệp đã ký ban đầu." "The PDF is encrypted and cannot be verified; use the file as it was signed.";
    "no_such_page" "Tệp PDF không có trang được yêu cầu." "The PDF has no such page.";
    "field_exists" "Tệp PDF đã có ô chữ ký cùng tên." "The PDF already has a signature field of that name.";
    "malformed_appearance" "Hình hiển thị chữ ký không phải một trang PDF." "The appearance of the signature is not a PDF page.";
    "placeholder_lost" "Không tìm thấy chỗ dành cho chữ ký trong tệp PDF." "The place for the signature cannot be found in the PDF.";
    "hole_taken" "Chỗ dành cho chữ ký trong tệp PDF không còn trống." "The place for the signature in the PDF is taken.";
    "reserve_too_small" "Chỗ dành cho chữ ký trong tệp PDF không đủ." "The place for the signature in the PDF is too small.";
    "not_signed" "Tệp PDF không có chữ ký số nào; bản in, bản quét hoặc bản lưu lại từ phần mềm khác không giữ được chữ ký." "There is no digital signature in the PDF; a print, a scan or a copy saved by other software has none.";
    "wrong_byte_range" "Một chữ ký trong tệp PDF không bao trùm đúng phần nội dung mà nó phải bao trùm." "A signature in the PDF does not cover what it has to cover.";
    "overlapping_signatures" "Các chữ ký trong tệp PDF chồng lấn lên nhau." "Signatures in the PDF overlap.";
    "unsupported_signature_kind" "Tệp PDF có một chữ ký thuộc loại cũ, không được xét ở đây." "A signature in the PDF is of an old kind that is not judged here.";
    "signature_removed" "Một chữ ký đã có trong tệp PDF bị gỡ bỏ hoặc che đi." "A signature that was in the PDF was removed or hidden.";
    "duplicate_field" "Tệp PDF có hai ô chữ ký trùng tên." "Two signature fields in the PDF have the same name.";
    "appended_after_signing" "Sau khi ký, có nội dung được thêm vào tệp PDF." "Something was added to the PDF after the last signature.";
    "signature_not_last" "Chữ ký này không phải chữ ký cuối cùng của tệp PDF." "The signature is not the last one of the PDF.";
    "other_signature" "Dữ liệu đưa vào là của một chữ ký khác." "What was given is another signature.";
    "malformed_cms" "Dữ liệu chữ ký trong tệp PDF bị hỏng, không đọc được." "A signature in the PDF is damaged and cannot be read.";
}
