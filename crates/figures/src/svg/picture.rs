//! Bitmaps as PNG inside of an SVG.

/// A PNG of red, green and blue bytes as a `data:` address, with a palette where 256 colours are
/// enough. `None` where the bytes are not as many as the size says.
pub(super) fn data_address((width, height): (u32, u32), bytes: &[u8]) -> Option<String> {
    let file = with_palette((width, height), bytes)
        .or_else(|| encode((width, height), png::ColorType::Rgb, None, bytes))?;
    Some(format!("data:image/png;base64,{}", base64(&file)))
}

fn with_palette(size: (u32, u32), bytes: &[u8]) -> Option<Vec<u8>> {
    let (pixels, _) = bytes.as_chunks::<3>();
    let mut colors = pixels.to_vec();
    colors.sort_unstable();
    colors.dedup();
    if colors.len() > 256 {
        return None;
    }
    let index = |pixel: &[u8; 3]| colors.binary_search(pixel).unwrap_or(0) as u8;
    let indexed: Vec<u8> = pixels.iter().map(index).collect();
    encode(
        size,
        png::ColorType::Indexed,
        Some(colors.as_flattened()),
        &indexed,
    )
}

fn encode(
    (width, height): (u32, u32),
    kind: png::ColorType,
    palette: Option<&[u8]>,
    bytes: &[u8],
) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(kind);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(9));
    encoder.set_filter(png::Filter::Sub);
    if let Some(palette) = palette {
        encoder.set_palette(palette);
    }
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(bytes).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// Bytes as text (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut bits = 0;
        for place in 0..3 {
            bits = bits << 8 | usize::from(group.get(place).copied().unwrap_or(0));
        }
        for place in 0..4 {
            if place <= group.len() {
                text.push(char::from(DIGITS[bits >> (18 - 6 * place) & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"];
        let expected = [
            "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy",
        ];
        assert_eq!(texts.map(|text| base64(text.as_bytes())), expected);
    }
}
