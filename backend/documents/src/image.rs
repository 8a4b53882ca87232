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
