// A complete, invented profile that passes every check, and the evidence for it.
import { deflateSync } from 'node:zlib';

let serial = Number(process.hrtime.bigint() % 900_000n) + 50_000;

/** A personal number whose parts agree: province 079, man born 19yy, six digits of our own. */
export function newPersonalId(year = 1990) {
  serial += 1;
  return `0790${String(year).slice(2)}${String(serial).padStart(6, '0')}`;
}

const place = (detail) => ({
  province_code: '79', province: 'Thành phố Hồ Chí Minh', district: '', commune_code: '26740', commune: 'Phường Sài Gòn', detail,
});

/** What has to be known to register somebody recruited. */
export function newPerson({ name, unit, kind, management, decidedOn }) {
  return {
    full_name: name, personal_id: newPersonalId(), birth_date: '1990-05-14', gender: 'male', unit_id: unit, kind,
    ...(management ? { management } : {}), staff_number: `KT-${serial}`, decision_number: `${serial}/QĐ-KT`, decision_date: decidedOn,
  };
}

/** Fills in what signing needs, and a row in the tables that nearly everybody has. Keeps what is there. */
export function filled(document, { name, personalId }) {
  const result = structuredClone(document);
  Object.assign(result.header, { personal_id: personalId, managing_agency: result.header.managing_agency || 'Cơ quan quản lý' });
  Object.assign(result.personal, {
    full_name: name, gender: 'male', birth_date: '1990-05-14', birth_place: place('Bệnh viện Từ Dũ'), home_town: place(''),
    ethnic_group: '01', religion: 'none', family_background: 'official', former_occupation: 'Sinh viên', policy_beneficiary: 'none',
  });
  Object.assign(result.papers, {
    citizen_id: personalId, citizen_id_issued_on: '2021-06-01', phone: '0903123456', social_insurance: '7912345678',
    residence: place('12 đường Lê Lợi'),
  });
  Object.assign(result.recruitment, {
    first_recruited_on: '2014-09-01', recruiting_agency: 'Sở Nội vụ', joined_on: '2014-09-01',
    main_work: 'Tham mưu công tác tổ chức bộ máy, biên chế', strength: 'Tổng hợp', longest_work: 'Tổ chức cán bộ',
  });
  Object.assign(result.education, { general: '12/12', highest_qualification: 'bachelor' });
  result.education.professional = [{
    from: '2008-09', to: '2012-06', institution: 'Trường Đại học Luật TP. Hồ Chí Minh', major: 'Luật hành chính', mode: 'full-time', qualification: 'bachelor',
  }];
  Object.assign(result.pay.grade, {
    title: 'Chuyên viên', code: '01.003', appointed_on: '2015-09-01', step: '4', coefficient: '3.33', effective_from: '2024-09-01',
  });
  result.history.career = [
    { from: '2012-09', to: '2014-08', organisation: 'Công ty Luật Phương Nam', post: 'Chuyên viên pháp lý' },
    { from: '2014-09', to: '', organisation: 'Sở Nội vụ', post: 'Chuyên viên' },
  ];
  result.family.own = [
    { relation: 'father', full_name: 'Trần Văn Bình', birth_year: '1960', description: 'Nghỉ hưu, phường Sài Gòn' },
    { relation: 'mother', full_name: 'Lê Thị Hoa', birth_year: '1963', description: 'Nghỉ hưu, phường Sài Gòn' },
  ];
  return result;
}

/** A small, valid PDF of one page with a line of text. */
export function evidencePdf(text = 'Quyet dinh tuyen dung') {
  const stream = `BT /F1 18 Tf 72 760 Td (${text.replace(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => (bytes.reduce((c, byte) => CRC[(c ^ byte) & 0xff] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A portrait of 4 × 6 in one colour, as PNG. */
export function portrait(width = 300, height = 450) {
  const row = Buffer.alloc(1 + width * 3, 0x9a);
  row[0] = 0;
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(8 + data.length + 4);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), 8 + data.length);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
