use congvu_openapi::profile::Place;

/// A commune as it stands since 1 July 2025: code and name of the province, code and name of the commune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Commune(&'static str, &'static str, &'static str, &'static str);

impl Commune {
    /// Two digits, as personal numbers and insurance numbers begin with them.
    pub(super) const fn province_code(self) -> &'static str {
        self.0
    }

    /// In words: `Xã Chợ Gạo, Tỉnh Đồng Tháp`.
    pub(super) fn words(self) -> String {
        format!("{}, {}", self.3, self.1)
    }

    pub(super) fn place(self, detail: &str) -> Place {
        Place {
            province_code: self.0.into(),
            province: self.1.into(),
            commune_code: self.2.into(),
            commune: self.3.into(),
            detail: detail.into(),
            ..Place::default()
        }
    }
}

/// Where people of a ministry live.
pub(super) const HA_NOI: &[Commune] = &[
    Commune("01", "Thành phố Hà Nội", "00004", "Phường Ba Đình"),
    Commune("01", "Thành phố Hà Nội", "00103", "Phường Tây Hồ"),
    Commune("01", "Thành phố Hà Nội", "00160", "Phường Nghĩa Đô"),
    Commune("01", "Thành phố Hà Nội", "00166", "Phường Cầu Giấy"),
    Commune("01", "Thành phố Hà Nội", "00175", "Phường Yên Hoà"),
    Commune("01", "Thành phố Hà Nội", "00199", "Phường Láng"),
    Commune("01", "Thành phố Hà Nội", "00229", "Phường Kim Liên"),
    Commune("01", "Thành phố Hà Nội", "00256", "Phường Hai Bà Trưng"),
    Commune("01", "Thành phố Hà Nội", "00292", "Phường Bạch Mai"),
    Commune("01", "Thành phố Hà Nội", "00322", "Phường Tương Mai"),
    Commune("01", "Thành phố Hà Nội", "00367", "Phường Thanh Xuân"),
];

/// Where people of the city live.
pub(super) const HO_CHI_MINH: &[Commune] = &[
    Commune("79", "Thành phố Hồ Chí Minh", "26740", "Phường Sài Gòn"),
    Commune(
        "79",
        "Thành phố Hồ Chí Minh",
        "26758",
        "Phường Cầu Ông Lãnh",
    ),
    Commune("79", "Thành phố Hồ Chí Minh", "26824", "Phường Thủ Đức"),
    Commune("79", "Thành phố Hồ Chí Minh", "26929", "Phường Bình Thạnh"),
    Commune("79", "Thành phố Hồ Chí Minh", "27004", "Phường Tân Bình"),
    Commune("79", "Thành phố Hồ Chí Minh", "27073", "Phường Phú Nhuận"),
    Commune("79", "Thành phố Hồ Chí Minh", "27169", "Phường Diên Hồng"),
    Commune("79", "Thành phố Hồ Chí Minh", "27301", "Phường Chợ Quán"),
    Commune("79", "Thành phố Hồ Chí Minh", "27343", "Phường Chợ Lớn"),
    Commune("79", "Thành phố Hồ Chí Minh", "27475", "Phường Tân Hưng"),
    Commune(
        "79",
        "Thành phố Hồ Chí Minh",
        "27439",
        "Phường Bình Hưng Hoà",
    ),
];

/// Where people of the province live.
pub(super) const TIEN_GIANG: &[Commune] = &[
    Commune("82", "Tỉnh Đồng Tháp", "28249", "Phường Đạo Thạnh"),
    Commune("82", "Tỉnh Đồng Tháp", "28261", "Phường Mỹ Tho"),
    Commune("82", "Tỉnh Đồng Tháp", "28273", "Phường Mỹ Phong"),
    Commune("82", "Tỉnh Đồng Tháp", "28285", "Phường Trung An"),
    Commune("82", "Tỉnh Đồng Tháp", "28594", "Xã Chợ Gạo"),
    Commune("82", "Tỉnh Đồng Tháp", "28576", "Xã Vĩnh Kim"),
    Commune("82", "Tỉnh Đồng Tháp", "28439", "Phường Cai Lậy"),
    Commune("82", "Tỉnh Đồng Tháp", "28306", "Phường Gò Công"),
    Commune("82", "Tỉnh Đồng Tháp", "28525", "Xã Tân Hương"),
];

/// Where people in the north and the centre come from.
pub(super) const NORTH: &[Commune] = &[
    Commune("01", "Thành phố Hà Nội", "00166", "Phường Cầu Giấy"),
    Commune("01", "Thành phố Hà Nội", "00229", "Phường Kim Liên"),
    Commune("01", "Thành phố Hà Nội", "00256", "Phường Hai Bà Trưng"),
    Commune("01", "Thành phố Hà Nội", "00331", "Phường Hoàng Mai"),
    Commune("01", "Thành phố Hà Nội", "00367", "Phường Thanh Xuân"),
    Commune("01", "Thành phố Hà Nội", "00430", "Xã Đa Phúc"),
    Commune("31", "Thành phố Hải Phòng", "10532", "Phường Lê Thanh Nghị"),
    Commune("31", "Thành phố Hải Phòng", "11413", "Phường Hải An"),
    Commune("33", "Tỉnh Hưng Yên", "11980", "Phường Hồng Châu"),
    Commune("33", "Tỉnh Hưng Yên", "12613", "Xã Long Hưng"),
    Commune("37", "Tỉnh Ninh Bình", "13669", "Phường Nam Định"),
    Commune("37", "Tỉnh Ninh Bình", "14077", "Xã Ninh Cường"),
    Commune("38", "Tỉnh Thanh Hoá", "14812", "Phường Bỉm Sơn"),
    Commune("40", "Tỉnh Nghệ An", "16702", "Phường Vinh Phú"),
    Commune("40", "Tỉnh Nghệ An", "17971", "Xã Kim Liên"),
    Commune("25", "Tỉnh Phú Thọ", "08230", "Xã Phù Ninh"),
    Commune("24", "Tỉnh Bắc Ninh", "07444", "Xã Lục Nam"),
    Commune("46", "Thành phố Huế", "19777", "Phường Vỹ Dạ"),
    Commune("48", "Thành phố Đà Nẵng", "20200", "Phường Hoà Khánh"),
    Commune("48", "Thành phố Đà Nẵng", "20965", "Xã Núi Thành"),
    Commune("48", "Thành phố Đà Nẵng", "20364", "Xã Chiên Đàn"),
];

/// Where people in the south come from.
pub(super) const SOUTH: &[Commune] = &[
    Commune("79", "Thành phố Hồ Chí Minh", "26890", "Phường Hạnh Thông"),
    Commune("79", "Thành phố Hồ Chí Minh", "27031", "Phường Tân Phú"),
    Commune("79", "Thành phố Hồ Chí Minh", "27364", "Phường Bình Phú"),
    Commune("80", "Tỉnh Tây Ninh", "27694", "Phường Long An"),
    Commune("80", "Tỉnh Tây Ninh", "28159", "Xã Cần Giuộc"),
    Commune("82", "Tỉnh Đồng Tháp", "28270", "Phường Thới Sơn"),
    Commune("82", "Tỉnh Đồng Tháp", "28594", "Xã Chợ Gạo"),
    Commune("82", "Tỉnh Đồng Tháp", "28429", "Xã An Hữu"),
    Commune("86", "Tỉnh Vĩnh Long", "28783", "Phường Sơn Đông"),
    Commune("86", "Tỉnh Vĩnh Long", "29122", "Xã Mỹ Chánh Hoà"),
    Commune("86", "Tỉnh Vĩnh Long", "29278", "Xã Tân An"),
    Commune("91", "Tỉnh An Giang", "30307", "Phường Long Xuyên"),
    Commune("92", "Thành phố Cần Thơ", "31147", "Phường Tân An"),
    Commune("82", "Tỉnh Đồng Tháp", "30118", "Xã Bình Hàng Trung"),
    Commune("79", "Thành phố Hồ Chí Minh", "27541", "Xã Phú Hoà Đông"),
    Commune("79", "Thành phố Hồ Chí Minh", "27559", "Xã Hóc Môn"),
    Commune("46", "Thành phố Huế", "19777", "Phường Vỹ Dạ"),
    Commune("48", "Thành phố Đà Nẵng", "20200", "Phường Hoà Khánh"),
    Commune("48", "Thành phố Đà Nẵng", "20965", "Xã Núi Thành"),
    Commune("48", "Thành phố Đà Nẵng", "20364", "Xã Chiên Đàn"),
];

/// Tày and Nùng families come from here.
pub(super) const TAY: &[Commune] = &[
    Commune("04", "Tỉnh Cao Bằng", "01288", "Phường Tân Giang"),
    Commune("04", "Tỉnh Cao Bằng", "01477", "Xã Trùng Khánh"),
    Commune("20", "Tỉnh Lạng Sơn", "06325", "Xã Bắc Sơn"),
    Commune("20", "Tỉnh Lạng Sơn", "06040", "Xã Thất Khê"),
];

/// Thái families come from here.
pub(super) const THAI: &[Commune] = &[
    Commune("14", "Tỉnh Sơn La", "03670", "Phường Chiềng Cơi"),
    Commune("14", "Tỉnh Sơn La", "03808", "Xã Mường La"),
];

/// Mường families come from here.
pub(super) const MUONG: &[Commune] = &[
    Commune("25", "Tỉnh Phú Thọ", "05266", "Xã Lạc Sơn"),
    Commune("25", "Tỉnh Phú Thọ", "05128", "Xã Tân Lạc"),
];

/// Khơ-me families come from here.
pub(super) const KHMER: &[Commune] = &[
    Commune("86", "Tỉnh Vĩnh Long", "29461", "Xã Trà Cú"),
    Commune("86", "Tỉnh Vĩnh Long", "29308", "Xã Cầu Kè"),
];

/// Hoa families come from here.
pub(super) const HOA: &[Commune] = &[
    Commune("79", "Thành phố Hồ Chí Minh", "27343", "Phường Chợ Lớn"),
    Commune("92", "Thành phố Cần Thơ", "31147", "Phường Tân An"),
];
