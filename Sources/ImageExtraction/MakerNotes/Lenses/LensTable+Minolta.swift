extension LensTable {
    /// Lenses by LensType (tag 0xB027) of Sony and Minolta A-mount.
    ///
    /// Keys: the number in decimal.
    static let minolta = LensTable(
        """
        0=Minolta AF 28-85mm F3.5-4.5 New;1=Minolta AF 80-200mm F2.8 HS-APO G;2=Minolta AF 28-70mm F2.8 G;\
        3=Minolta AF 28-80mm F4-5.6;4=Minolta AF 85mm F1.4G;5=Minolta AF 35-70mm F3.5-4.5 [II];\
        6=Minolta AF 24-85mm F3.5-4.5 [New];7=Minolta AF 100-400mm F4.5-6.7 APO;7=Sigma AF 100-300mm F4 EX DG IF;\
        8=Minolta AF 70-210mm F4.5-5.6 [II];9=Minolta AF 50mm F3.5 Macro;10=Minolta AF 28-105mm F3.5-4.5 [New];\
        11=Minolta AF 300mm F4 HS-APO G;12=Minolta AF 100mm F2.8 Soft Focus;14=Minolta AF 100-400mm F4.5-6.7 APO;\
        15=Minolta AF 400mm F4.5 HS-APO G;16=Minolta AF 17-35mm F3.5 G;17=Minolta AF 20-35mm F3.5-4.5;\
        18=Minolta AF 28-80mm F3.5-5.6 II;19=Minolta AF 35mm F1.4 G;20=Minolta/Sony 135mm F2.8 [T4.5] STF;\
        22=Minolta AF 35-80mm F4-5.6 II;23=Minolta AF 200mm F4 Macro APO G;24=Minolta/Sony AF 24-105mm F3.5-4.5 (D);\
        24=Sigma 18-50mm F2.8;24=Sigma 17-70mm F2.8-4.5 DC Macro;24=Sigma 20-40mm F2.8 EX DG Aspherical IF;\
        24=Sigma 18-200mm F3.5-6.3 DC;24=Sigma DC 18-125mm F4-5,6 D;\
        24=Tamron SP AF 28-75mm F2.8 XR Di LD Aspherical [IF] Macro;24=Sigma 15-30mm F3.5-4.5 EX DG Aspherical;\
        25=Minolta AF 100-300mm F4.5-5.6 APO (D);25=Sigma 70mm F2.8 EX DG Macro;\
        25=Sigma 20mm F1.8 EX DG Aspherical RF;25=Sigma 30mm F1.4 EX DC;25=Sigma 24mm F1.8 EX DG ASP Macro;\
        27=Minolta AF 85mm F1.4 G (D);28=Minolta/Sony AF 100mm F2.8 Macro (D);28=Tamron SP AF 90mm F2.8 Di Macro;\
        28=Tamron SP AF 180mm F3.5 Di LD [IF] Macro;29=Minolta/Sony AF 75-300mm F4.5-5.6 (D);\
        30=Minolta AF 28-80mm F3.5-5.6 (D);30=Sigma AF 10-20mm F4-5.6 EX DC;30=Sigma AF 12-24mm F4.5-5.6 EX DG;\
        30=Sigma 28-70mm EX DG F2.8;30=Sigma 55-200mm F4-5.6 DC;31=Minolta/Sony AF 50mm F3.5 Macro;\
        33=Minolta/Sony AF 70-200mm F2.8 G;35=Minolta AF 85mm F1.4 G (D) Limited;36=Minolta AF 28-100mm F3.5-5.6 (D);\
        38=Minolta AF 17-35mm F2.8-4 (D);39=Minolta AF 28-75mm F2.8 (D);40=Minolta/Sony AF DT 18-70mm F3.5-5.6 (D);\
        41=Minolta/Sony AF DT 11-18mm F4.5-5.6 (D);41=Tamron SP AF 11-18mm F4.5-5.6 Di II LD Aspherical IF;\
        42=Minolta/Sony AF DT 18-200mm F3.5-6.3 (D);43=Sony 35mm F1.4 G (SAL35F14G);44=Sony 50mm F1.4 (SAL50F14);\
        45=Carl Zeiss Planar T* 85mm F1.4 ZA (SAL85F14Z);\
        46=Carl Zeiss Vario-Sonnar T* DT 16-80mm F3.5-4.5 ZA (SAL1680Z);\
        47=Carl Zeiss Sonnar T* 135mm F1.8 ZA (SAL135F18Z);\
        48=Carl Zeiss Vario-Sonnar T* 24-70mm F2.8 ZA SSM (SAL2470Z);\
        48=Carl Zeiss Vario-Sonnar T* 24-70mm F2.8 ZA SSM II (SAL2470Z2);48=Tamron SP 24-70mm F2.8 Di USD;\
        49=Sony DT 55-200mm F4-5.6 (SAL55200);50=Sony DT 18-250mm F3.5-6.3 (SAL18250);\
        51=Sony DT 16-105mm F3.5-5.6 (SAL16105);52=Sony 70-300mm F4.5-5.6 G SSM II (SAL70300G2);\
        52=Tamron SP 70-300mm F4-5.6 Di USD;53=Sony 70-400mm F4-5.6 G SSM (SAL70400G);\
        54=Carl Zeiss Vario-Sonnar T* 16-35mm F2.8 ZA SSM II (SAL1635Z2);\
        55=Sony DT 18-55mm F3.5-5.6 SAM II (SAL18552);56=Sony DT 55-200mm F4-5.6 SAM (SAL55200-2);\
        57=Sony DT 50mm F1.8 SAM (SAL50F18);57=Tamron SP AF 60mm F2 Di II LD [IF] Macro 1:1;\
        57=Tamron 18-270mm F3.5-6.3 Di II PZD;58=Sony DT 30mm F2.8 Macro SAM (SAL30M28);\
        59=Sony 28-75mm F2.8 SAM (SAL2875);60=Carl Zeiss Distagon T* 24mm F2 ZA SSM (SAL24F20Z);\
        61=Sony 85mm F2.8 SAM (SAL85F28);62=Sony DT 35mm F1.8 SAM (SAL35F18);63=Sony DT 16-50mm F2.8 SSM (SAL1650);\
        64=Sony 500mm F4 G SSM (SAL500F40G);65=Sony DT 18-135mm F3.5-5.6 SAM (SAL18135);\
        66=Sony 300mm F2.8 G SSM II (SAL300F28G2);67=Sony 70-200mm F2.8 G SSM II (SAL70200G2);\
        68=Sony DT 55-300mm F4.5-5.6 SAM (SAL55300);69=Sony 70-400mm F4-5.6 G SSM II (SAL70400G2);\
        70=Carl Zeiss Planar T* 50mm F1.4 ZA SSM (SAL50F14Z);\
        128=Tamron AF 18-200mm F3.5-6.3 XR Di II LD Aspherical [IF] Macro;128=Sigma 85mm F1.4 EX DG HSM;\
        128=Sigma 24-70mm F2.8 IF EX DG HSM;128=Sigma 18-250mm F3.5-6.3 DC OS HSM;128=Sigma 17-50mm F2.8 EX DC HSM;\
        128=Sigma 17-70mm F2.8-4 DC Macro HSM;128=Sigma 150mm F2.8 EX DG OS HSM APO Macro;\
        128=Sigma 150-500mm F5-6.3 APO DG OS HSM;128=Tamron AF 28-105mm F4-5.6 [IF];128=Sigma 35mm F1.4 DG HSM;\
        128=Sigma 18-35mm F1.8 DC HSM;128=Tamron AF 28-300mm F3.5-6.3 XR Di LD Aspherical [IF] Macro;\
        128=Sigma 50-500mm F4.5-6.3 APO DG OS HSM;128=Sigma 24-105mm F4 DG HSM | A;128=Sigma 30mm F1.4;\
        128=Sigma 35mm F1.4 DG HSM | A;128=Sigma 105mm F2.8 EX DG OS HSM Macro;\
        128=Sigma 180mm F2.8 EX DG OS HSM APO Macro;128=Sigma 18-300mm F3.5-6.3 DC Macro HSM | C;\
        128=Sigma 18-50mm F2.8-4.5 DC HSM;128=Tamron AF 28-200mm F3.8-5.6 XR Di Aspherical [IF] Macro;\
        128=Tamron SP AF 17-35mm F2.8-4 Di LD Aspherical IF;128=Sigma AF 50-150mm F2.8 EX DC APO HSM II;\
        128=Sigma 10-20mm F3.5 EX DC HSM;128=Sigma 70-200mm F2.8 II EX DG APO MACRO HSM;\
        128=Sigma 10mm F2.8 EX DC HSM Fisheye;128=Sigma 50mm F1.4 EX DG HSM;129=Tamron 200-400mm F5.6 LD;\
        129=Tamron 70-300mm F4-5.6 LD;131=Tamron 20-40mm F2.7-3.5 SP Aspherical IF;135=Vivitar 28-210mm F3.5-5.6;\
        136=Tokina EMZ M100 AF 100mm F3.5;137=Cosina 70-210mm F2.8-4 AF;138=Soligor 19-35mm F3.5-4.5;\
        139=Tokina AF 28-300mm F4-6.3;142=Cosina AF 70-300mm F4.5-5.6 MC;\
        146=Voigtlander Macro APO-Lanthar 125mm F2.5 SL;194=Tamron SP AF 17-50mm F2.8 XR Di II LD Aspherical [IF];\
        202=Tamron SP AF 70-200mm F2.8 Di LD [IF] Macro;203=Tamron SP 70-200mm F2.8 Di USD;\
        204=Tamron SP 24-70mm F2.8 Di USD;212=Tamron 28-300mm F3.5-6.3 Di PZD;\
        213=Tamron 16-300mm F3.5-6.3 Di II PZD Macro;214=Tamron SP 150-600mm F5-6.3 Di USD;\
        215=Tamron SP 15-30mm F2.8 Di USD;216=Tamron SP 45mm F1.8 Di USD;217=Tamron SP 35mm F1.8 Di USD;\
        218=Tamron SP 90mm F2.8 Di Macro 1:1 USD (F017);220=Tamron SP 150-600mm F5-6.3 Di USD G2;\
        224=Tamron SP 90mm F2.8 Di Macro 1:1 USD (F004);255=Tamron SP AF 17-50mm F2.8 XR Di II LD Aspherical;\
        255=Tamron AF 18-250mm F3.5-6.3 XR Di II LD;255=Tamron AF 55-200mm F4-5.6 Di II LD Macro;\
        255=Tamron AF 70-300mm F4-5.6 Di LD Macro 1:2;255=Tamron SP AF 200-500mm F5.0-6.3 Di LD IF;\
        255=Tamron SP AF 10-24mm F3.5-4.5 Di II LD Aspherical IF;255=Tamron SP AF 70-200mm F2.8 Di LD IF Macro;\
        255=Tamron SP AF 28-75mm F2.8 XR Di LD Aspherical IF;255=Tamron AF 90-300mm F4.5-5.6 Telemacro;\
        18688=Sigma MC-11 SA-E Mount Converter with not-supported Sigma lens;25501=Minolta AF 50mm F1.7;\
        25511=Minolta AF 35-70mm F4;25511=Sigma UC AF 28-70mm F3.5-4.5;25511=Sigma AF 28-70mm F2.8;\
        25511=Sigma M-AF 70-200mm F2.8 EX Aspherical;25511=Quantaray M-AF 35-80mm F4-5.6;\
        25511=Tokina 28-70mm F2.8-4.5 AF;25521=Minolta AF 28-85mm F3.5-4.5;25521=Tokina 19-35mm F3.5-4.5;\
        25521=Tokina 28-70mm F2.8 AT-X;25521=Tokina 80-400mm F4.5-5.6 AT-X AF II 840;\
        25521=Tokina AF PRO 28-80mm F2.8 AT-X 280;25521=Tokina AT-X PRO [II] AF 28-70mm F2.6-2.8 270;\
        25521=Tamron AF 19-35mm F3.5-4.5;25521=Angenieux AF 28-70mm F2.6;25521=Tokina AT-X 17 AF 17mm F3.5;\
        25521=Tokina 20-35mm F3.5-4.5 II AF;25531=Minolta AF 28-135mm F4-4.5;25531=Sigma ZOOM-alpha 35-135mm F3.5-4.5;\
        25531=Sigma 28-105mm F2.8-4 Aspherical;25531=Sigma 28-105mm F4-5.6 UC;\
        25531=Tokina AT-X 242 AF 24-200mm F3.5-5.6;25541=Minolta AF 35-105mm F3.5-4.5;\
        25551=Minolta AF 70-210mm F4 Macro;25551=Sigma 70-210mm F4-5.6 APO;25551=Sigma M-AF 70-200mm F2.8 EX APO;\
        25551=Sigma 75-200mm F2.8-3.5;25561=Minolta AF 135mm F2.8;25571=Minolta/Sony AF 28mm F2.8;\
        25581=Minolta AF 24-50mm F4;25601=Minolta AF 100-200mm F4.5;25611=Minolta AF 75-300mm F4.5-5.6;\
        25611=Sigma 70-300mm F4-5.6 DL Macro;25611=Sigma 1000mm F8 APO;25611=Sigma 300mm F4 APO Macro;\
        25611=Sigma AF 500mm F4.5 APO;25611=Sigma AF 170-500mm F5-6.3 APO Aspherical;25611=Tokina AT-X AF 300mm F4;\
        25611=Tokina AT-X AF 400mm F5.6 SD;25611=Tokina AF 730 II 75-300mm F4.5-5.6;25611=Sigma 800mm F5.6 APO;\
        25611=Sigma AF 400mm F5.6 APO Macro;25621=Minolta AF 50mm F1.4 [New];25631=Minolta AF 300mm F2.8 APO;\
        25631=Sigma AF 50-500mm F4-6.3 EX DG APO;25631=Sigma AF 170-500mm F5-6.3 APO Aspherical;\
        25631=Sigma AF 500mm F4.5 EX DG APO;25631=Sigma 400mm F5.6 APO;25641=Minolta AF 50mm F2.8 Macro;\
        25641=Sigma 50mm F2.8 EX Macro;25651=Minolta AF 600mm F4 APO;25661=Minolta AF 24mm F2.8;\
        25661=Sigma 17-35mm F2.8-4 EX Aspherical;25721=Minolta/Sony AF 500mm F8 Reflex;\
        25781=Minolta/Sony AF 16mm F2.8 Fisheye;25781=Sigma 8mm F4 EX [DG] Fisheye;25781=Sigma 14mm F3.5;\
        25781=Sigma 15mm F2.8 Fisheye;25791=Minolta/Sony AF 20mm F2.8;25791=Tokina AT-X Pro DX 11-16mm F2.8;\
        25811=Minolta AF 100mm F2.8 Macro [New];25811=Sigma AF 90mm F2.8 Macro;\
        25811=Sigma AF 105mm F2.8 EX [DG] Macro;25811=Sigma 180mm F5.6 Macro;25811=Sigma 180mm F3.5 EX DG Macro;\
        25811=Tamron 90mm F2.8 Macro;25851=Beroflex 35-135mm F3.5-4.5;25858=Minolta AF 35-105mm F3.5-4.5 New;\
        25858=Tamron 24-135mm F3.5-5.6;25881=Minolta AF 70-210mm F3.5-4.5;25891=Minolta AF 80-200mm F2.8 APO;\
        25891=Tokina 80-200mm F2.8;25901=Minolta AF 200mm F2.8 G APO + Minolta AF 1.4x APO;\
        25901=Minolta AF 600mm F4 HS-APO G + Minolta AF 1.4x APO;25911=Minolta AF 35mm F1.4;\
        25921=Minolta AF 85mm F1.4 G (D);25931=Minolta AF 200mm F2.8 APO;25941=Minolta AF 3x-1x F1.7-2.8 Macro;\
        25961=Minolta AF 28mm F2;25971=Minolta AF 35mm F2 [New];25981=Minolta AF 100mm F2;\
        26011=Minolta AF 200mm F2.8 G APO + Minolta AF 2x APO;26011=Minolta AF 600mm F4 HS-APO G + Minolta AF 2x APO;\
        26041=Minolta AF 80-200mm F4.5-5.6;26051=Minolta AF 35-80mm F4-5.6;26061=Minolta AF 100-300mm F4.5-5.6;\
        26071=Minolta AF 35-80mm F4-5.6;26081=Minolta AF 300mm F2.8 HS-APO G;26091=Minolta AF 600mm F4 HS-APO G;\
        26121=Minolta AF 200mm F2.8 HS-APO G;26131=Minolta AF 50mm F1.7 New;26151=Minolta AF 28-105mm F3.5-4.5 xi;\
        26161=Minolta AF 35-200mm F4.5-5.6 xi;26181=Minolta AF 28-80mm F4-5.6 xi;\
        26191=Minolta AF 80-200mm F4.5-5.6 xi;26201=Minolta AF 28-70mm F2.8 G;26211=Minolta AF 100-300mm F4.5-5.6 xi;\
        26241=Minolta AF 35-80mm F4-5.6 Power Zoom;26281=Minolta AF 80-200mm F2.8 HS-APO G;\
        26291=Minolta AF 85mm F1.4 New;26311=Minolta AF 100-300mm F4.5-5.6 APO;26321=Minolta AF 24-50mm F4 New;\
        26381=Minolta AF 50mm F2.8 Macro New;26391=Minolta AF 100mm F2.8 Macro;26411=Minolta/Sony AF 20mm F2.8 New;\
        26421=Minolta AF 24mm F2.8 New;26441=Minolta AF 100-400mm F4.5-6.7 APO;26621=Minolta AF 50mm F1.4 New;\
        26671=Minolta AF 35mm F2 New;26681=Minolta AF 28mm F2 New;26721=Minolta AF 24-105mm F3.5-4.5 (D);\
        45671=Tokina 70-210mm F4-5.6;45681=Tokina AF 35-200mm F4-5.6 Zoom SD;45701=Tamron AF 35-135mm F3.5-4.5;\
        45711=Vivitar 70-210mm F4.5-5.6;45741=2x Teleconverter;45741=Tamron SP AF 90mm F2.5;\
        45741=Tokina RF 500mm F8.0 x2;45741=Tokina 300mm F2.8 x2;45751=1.4x Teleconverter;\
        45851=Tamron SP AF 300mm F2.8 LD IF;45861=Tamron SP AF 35-105mm F2.8 LD Aspherical IF;\
        45871=Tamron AF 70-210mm F2.8 SP LD;65280=Sigma 16mm F2.8 Filtermatic Fisheye;\
        65535=Arax MC 35mm F2.8 Tilt+Shift;65535=Arax MC 80mm F2.8 Tilt+Shift;65535=Zenitar MF 16mm F2.8 Fisheye M42;\
        65535=Samyang 500mm Mirror F8.0;65535=Pentacon Auto 135mm F2.8;65535=Pentacon Auto 29mm F2.8;\
        65535=Helios 44-2 58mm F2.0;
        """)
}
