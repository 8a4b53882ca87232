use crate::DocumentError;

/// A generous photograph: 4 × 6 cm at 2,400 dpi.
const PIXELS: u64 = 24_000_000;

/// The format of an image as typst names it, after a look at its header.
///
/// # Errors
/// [`DocumentError::UnreadableImage`] where it is neither JPEG nor PNG, and
/// [`DocumentError::ImageTooLarge`] where it would take too much memory to open.
pub(crate) fn format(image: &[u8]) -> Result<&'static str, DocumentError> {
    let (format, size) = if image.starts_with(b"\x89PNG\r\n\x1a\n") {
        ("png", png_size(image))
    } else if image.starts_with(&[0xff, 0xd8, 0xff]) {
        ("jpg", jpeg_size(image))
    } else {
        ("", None)
    };
    let (width, height) = size.ok_or(DocumentError::UnreadableImage)?;
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXELS {
        return Err(DocumentError::ImageTooLarge {
            pixels,
            limit: PIXELS,
        });
    }
    Ok(format)
}

/// As [`format()`], for the image of a signature or seal, which has to let the paper through.
///
/// # Errors
/// Those of [`format()`], and [`DocumentError::OpaqueImage`] for a JPEG or a PNG without transparency.
pub(crate) fn transparent(image: &[u8]) -> Result<&'static str, DocumentError> {
    let format = format(image)?;
    if format == "png" && png_is_transparent(image) {
        Ok(format)
    } else {
        Err(DocumentError::OpaqueImage)
    }
}

/// Whether a PNG has an alpha channel (colour types 4 and 6) or names transparent colours (`tRNS`).
fn png_is_transparent(image: &[u8]) -> bool {
    let chunk_from = |at: usize| {
        let length = image.get(at..at + 4)?.try_into().ok()?;
        Some((u32::from_be_bytes(length), image.get(at + 4..at + 8)?))
    };
    let mut at = 8;
    while let Some((length, kind)) = chunk_from(at) {
        match kind {
            b"IHDR" if matches!(image.get(at + 17), Some(4 | 6)) => return true,
            b"tRNS" => return true,
            b"IDAT" => return false,
            _ => at = at.saturating_add(12).saturating_add(length as usize),
        }
    }
    false
}

fn png_size(image: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let bytes = image.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    Some((number(16)?, number(20)?))
}

/// Walks the segments up to the frame header (SOF0–SOF15).
fn jpeg_size(image: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let bytes = image.get(at..at + 2)?;
        Some(u16::from_be_bytes(bytes.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        let [0xff, marker] = *image.get(at..at + 2)? else {
            return None;
        };
        match marker {
            0xff => at += 1,
            // DHT, JPG and DAC lie in the same range and are no frame headers.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((number(at + 7)?.into(), number(at + 5)?.into()));
            }
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn a_jpeg_is_measured_behind_its_other_segments() {
        let jpeg = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc0, 0, 17, 8, 0, 60, 0, 40, 3,
        ];
        assert_eq!(jpeg_size(&jpeg), Some((40, 60)));
        assert_eq!(format(&jpeg).unwrap(), "jpg");
        for end in 0..jpeg.len() - 1 {
            assert!(format(&jpeg[..end]).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn only_a_png_can_let_the_paper_through() {
        let with = |colour: u8, chunk: &[u8; 4]| {
            let mut bytes = png(40, 20);
            bytes.extend([8, colour, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
            bytes.extend(chunk);
            bytes.extend([0; 5]);
            bytes.extend(b"\0\0\0\0IDAT");
            bytes
        };
        for (colour, chunk, passes) in [
            (6, b"pHYs", true),
            (4, b"pHYs", true),
            (3, b"tRNS", true),
            (3, b"PLTE", false),
            (2, b"pHYs", false),
        ] {
            let result = transparent(&with(colour, chunk));
            assert_eq!(result.is_ok(), passes, "{colour} {result:?}");
        }
        let jpeg = include_bytes!("../tests/sample/photo.jpg");
        assert!(matches!(transparent(jpeg), Err(DocumentError::OpaqueImage)));
        let sample = include_bytes!("../tests/sample/handwriting.png");
        assert_eq!(transparent(sample).unwrap(), "png");
        assert!(transparent(&sample[..24]).is_err());
    }

    #[test]
    fn what_cannot_be_a_photograph_is_refused() {
        assert_eq!(format(&png(400, 600)).unwrap(), "png");
        assert!(matches!(
            format(&png(100_000, 100_000)),
            Err(DocumentError::ImageTooLarge { .. })
        ));
        for other in [&b""[..], b"GIF89a", b"<svg/>", b"%PDF-1.7"] {
            assert!(matches!(format(other), Err(DocumentError::UnreadableImage)));
        }
    }
}
