//! What was changed in a PDF after a signature.

super::sentences! {
    "trailing_bytes" "Sau khi ký, tệp bị nối thêm dữ liệu không thuộc văn bản." "After signing, data that belong to no document were appended.";
    "cross_references_changed" "Sau khi ký, bảng chỉ mục của tệp bị sửa để nội dung hiện ra khác đi." "After signing, the file's index was changed so that it may show something else.";
    "trailer_changed" "Sau khi ký, phần cuối của tệp bị sửa." "After signing, the end of the file was changed.";
    "catalog_changed" "Sau khi ký, cấu trúc chung của văn bản bị sửa." "After signing, the structure of the document was changed.";
    "page_changed" "Sau khi ký, một trang của văn bản bị sửa." "After signing, a page was changed.";
    "annotation_changed" "Sau khi ký, có ghi chú hoặc hình được thêm vào hay gỡ khỏi trang." "After signing, a note or picture was put on a page or taken off it.";
    "form_changed" "Sau khi ký, biểu mẫu trong văn bản bị sửa." "After signing, the form in the document was changed.";
    "form_field_changed" "Sau khi ký, một ô trong biểu mẫu bị thêm, gỡ hoặc điền vào." "After signing, a field of the form was added, removed or filled in.";
    "signature_field_changed" "Sau khi ký, ô của một chữ ký bị sửa." "After signing, the field of a signature was changed.";
    "signature_appearance_misused" "Hình của chữ ký thêm sau chứa nội dung khác ngoài hình chữ ký." "The picture of a later signature holds more than a signature.";
    "security_store_misused" "Chỗ lưu dữ liệu kiểm chứng trong tệp bị lợi dụng để sửa văn bản." "The store of validation data was misused to change the document.";
    "metadata_changed" "Sau khi ký, thông tin mô tả văn bản bị sửa." "After signing, the description of the document was changed.";
    "document_information_changed" "Sau khi ký, tiêu đề hoặc thông tin của văn bản bị sửa." "After signing, title or information of the document were changed.";
    "object_removed" "Sau khi ký, một phần của văn bản bị xoá." "After signing, a part of the document was removed.";
    "object_changed" "Sau khi ký, một phần của văn bản bị sửa." "After signing, a part of the document was changed.";
    "object_added" "Sau khi ký, văn bản bị thêm nội dung." "After signing, something was added to the document.";
    "object_awaited" "Trước khi ký, văn bản đã chừa sẵn chỗ cho nội dung thêm vào sau." "The document was prepared before signing for content that came later.";
    "object_shared" "Phần thêm vào sau khi ký làm thay đổi cả nội dung ở chỗ khác." "What came after signing changes other places as well.";
    "object_spans_signature" "Một phần của văn bản chồng lên chỗ của chữ ký." "A part of the document spans the place of a signature.";
    "certified_against_changes" "Người ký đầu tiên đã khoá văn bản, không cho thêm gì nữa." "The first signer locked the document against any addition.";
}
