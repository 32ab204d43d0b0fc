//! A picture through other eyes: how it looks to those who tell fewer colours apart, and on a printer that has but grey.

/// Through whose eyes a picture is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Sight {
    #[default]
    Full,
    /// Green is not told from red: the most frequent.
    Deuteranopia,
    /// Red is dark, and not told from green.
    Protanopia,
    /// Blue is not told from green.
    Tritanopia,
    /// No colour at all, as in a copy in black and white.
    Grey,
}

impl Sight {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Full, Self::Deuteranopia, Self::Protanopia, Self::Tritanopia, Self::Grey];

    /// Its name in `assets/words`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Deuteranopia => "deuteranopia",
            Self::Protanopia => "protanopia",
            Self::Tritanopia => "tritanopia",
            Self::Grey => "grey",
        }
    }

    /// What it makes of light, red, green and blue in equal steps of energy: the whole loss of a cone after Machado,
    /// Oliveira and Fernandes (2009), and for grey the eye's own weights.
    fn matrix(self) -> Option<[[f32; 3]; 3]> {
        Some(match self {
            Self::Full => return None,
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            Self::Grey => [[0.212_6, 0.715_2, 0.072_2]; 3],
        })
    }

    /// Changes pixels (red, green, blue, opacity; not mixed with it) to what is seen of them.
    pub fn see(self, pixels: &mut [u8]) {
        let Some(matrix) = self.matrix() else { return };
        let light: Vec<f32> = (0..=u8::MAX).map(|value| to_light(f32::from(value) / 255.0)).collect();
        // Pictures have long runs of one colour.
        let mut last = ([0; 3], [0; 3]);
        last.1 = seen(last.0, &matrix, &light);
        for pixel in pixels.chunks_exact_mut(4) {
            let colour = [pixel[0], pixel[1], pixel[2]];
            if colour != last.0 {
                last = (colour, seen(colour, &matrix, &light));
            }
            pixel[..3].copy_from_slice(&last.1);
        }
    }
}

fn seen(colour: [u8; 3], matrix: &[[f32; 3]; 3], light: &[f32]) -> [u8; 3] {
    let [r, g, b] = colour.map(|value| light[usize::from(value)]);
    matrix.map(|row| (from_light(row[0] * r + row[1] * g + row[2] * b) * 255.0).round() as u8)
}

fn to_light(value: f32) -> f32 {
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn from_light(light: f32) -> f32 {
    let light = light.clamp(0.0, 1.0);
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grey_stays_grey_to_every_eye_and_grey_eyes_see_nothing_else() {
        for sight in Sight::ALL {
            let mut pixels = vec![120, 120, 120, 200, 0, 114, 178, 255];
            sight.see(&mut pixels);
            assert!(pixels[..3].iter().all(|value| value.abs_diff(120) <= 1), "{sight:?} {pixels:?}");
            assert_eq!((pixels[3], pixels[7]), (200, 255), "opacity is no colour");
            if sight == Sight::Grey {
                assert!(pixels[4] == pixels[5] && pixels[5] == pixels[6], "{pixels:?}");
            }
        }
    }

    #[test]
    fn red_and_green_of_one_brightness_are_near_to_those_who_do_not_tell_them_apart() {
        let far =
            |pixels: &[u8]| (0..3).map(|at| u32::from(pixels[at].abs_diff(pixels[at + 4]))).sum::<u32>();
        let pair = [170, 60, 40, 255, 100, 110, 40, 255];
        let mut seen = pair;
        Sight::Deuteranopia.see(&mut seen);
        assert!(far(&seen) * 3 < far(&pair), "{seen:?}");
    }
}
